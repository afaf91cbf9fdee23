// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.index.logs.Logs;

import java.util.Map;

/**
 * The curves of a run, and how far its logs were read for them.
 *
 * @param logs what was found in the event files
 * @param tallies by tag; the curves that have points
 * @param read how many scalars were read for this, those that do not count included
 */
public record RunCurves(Logs logs, Map<String, CurveTally> tallies, long read) {}
