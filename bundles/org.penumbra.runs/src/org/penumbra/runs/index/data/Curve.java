// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

/**
 * A curve of a run, or a part of it.
 *
 * @param run the run's folder name
 * @param tag the curve's tag
 * @param points by rising step
 */
public record Curve(String run, String tag, Series points) {}
