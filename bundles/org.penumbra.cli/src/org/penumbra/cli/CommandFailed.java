// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

/** A command could not do its work though its input was right; it exits with 1. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence for the user
     */
    public CommandFailed(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the user
     * @param cause what went wrong underneath
     */
    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
