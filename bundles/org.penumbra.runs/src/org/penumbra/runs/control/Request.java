// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.control;

import java.util.Locale;

/** What can be asked of a run, wherever its worker is. */
public enum Request {
    /** Save a checkpoint and stop; the run can go on later. */
    PAUSE,
    /** Stop at once and count as cancelled. */
    CANCEL;

    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
