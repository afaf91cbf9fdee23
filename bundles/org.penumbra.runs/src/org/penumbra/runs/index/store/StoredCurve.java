// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.runs.index.ingest.CurveTally;

/**
 * A curve with its decimated form.
 *
 * @param run the run's folder name
 * @param tag the curve's tag
 * @param tally all about it
 */
public record StoredCurve(String run, String tag, CurveTally tally) {}
