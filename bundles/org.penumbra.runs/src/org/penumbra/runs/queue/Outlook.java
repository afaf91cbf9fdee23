// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

/**
 * What is left of several runs.
 *
 * @param waiting runs that wait for a slot
 * @param working runs at work
 * @param secondsLeft the expected time until all have ended; NaN when unknown
 */
public record Outlook(int waiting, int working, double secondsLeft) {}
