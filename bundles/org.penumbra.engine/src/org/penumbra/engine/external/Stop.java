// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

/** How a program is to be stopped. */
public enum Stop {
    /** It may save first; the run can go on later. */
    PAUSE,
    /** At once, with all that it started; the run counts as cancelled. */
    CANCEL
}
