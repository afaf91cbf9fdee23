// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The event log: TensorBoard's own format, written and read here without TensorBoard.
 *
 * <p>A file is a sequence of checksummed records ({@code org.penumbra.io.records}); a record is one
 * {@code Event} message of TensorFlow's {@code event.proto} in protocol buffer encoding. Every
 * attempt at a run writes its own file; {@link org.penumbra.runs.events.Curves} shows them as one.
 */
package org.penumbra.runs.events;
