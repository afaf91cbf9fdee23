// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Who works on a run: at most one process at any time, also when several machines share the runs
 * folder, and also after a crash of the owner.
 *
 * <p>Two things decide. The number of the newest attempt: an attempt's folder appears whole under
 * the next free number or not at all, so the file system names one winner, and whoever is not the
 * newest any more writes nothing more (a fence). And whether the owner of the newest attempt still
 * lives: on the same machine the kernel tells (a file lock, and process id with start time and
 * boot); an owner on another machine counts as gone when its heartbeat has stood still for a while
 * on <em>our</em> clock, so that clocks need not agree.
 */
package org.penumbra.runs.ownership;
