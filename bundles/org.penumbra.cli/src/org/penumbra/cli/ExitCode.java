// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

/** What the process returns to its caller. */
public final class ExitCode {
    /** All is done. */
    public static final int DONE = 0;

    /** Something failed that is not the user's doing. */
    public static final int FAILED = 1;

    /** The arguments, or a file that they name, are wrong. */
    public static final int WRONG_INPUT = 2;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
