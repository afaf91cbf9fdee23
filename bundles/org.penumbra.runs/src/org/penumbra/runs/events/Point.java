// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

/**
 * One value of a curve.
 *
 * @param step the step it belongs to
 * @param value the value, of single precision
 * @param wallTime when it was written, in seconds since 1970
 */
public record Point(long step, double value, double wallTime) {}
