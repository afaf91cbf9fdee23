// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The index of a runs folder: what its runs say and how their curves look, kept in the user's cache
 * so that a thousand runs open in a moment.
 *
 * <p>Everything in it is read from the run folders, which alone are the truth: the index can be
 * deleted at any time and never writes to them. {@link org.penumbra.runs.index.RunsIndex} is the
 * way in.
 */
package org.penumbra.runs.index;
