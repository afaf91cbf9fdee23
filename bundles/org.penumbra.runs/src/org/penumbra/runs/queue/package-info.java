// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The queue of one user on one machine, for the command line and the window alike.
 *
 * <p>A folder of small files is the truth: a {@link org.penumbra.runs.queue.Ticket} in {@code
 * waiting/} for every run that wants to work, moved to {@code working/} when its worker is started.
 * Whoever moves the file has it, so that of a scheduler and somebody who cancels only one wins. One
 * process at a time is the {@link org.penumbra.runs.queue.Scheduler}; it may be killed at any
 * instant: the workers go on, and the next scheduler finds them again. Everybody else writes
 * tickets and watches the run folders.
 */
package org.penumbra.runs.queue;
