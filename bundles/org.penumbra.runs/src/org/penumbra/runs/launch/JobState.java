// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

/** Where a job stands. */
public enum JobState {
    /** It has no place yet. */
    WAITING,
    /** It has its place. */
    WORKING,
    /** It is gone; the run folder says what came of it. */
    ENDED
}
