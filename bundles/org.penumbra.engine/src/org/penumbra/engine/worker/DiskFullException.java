// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

/** The disk of a run has no room left; its message says what to do. */
final class DiskFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskFullException(String reason, Throwable cause) {
        super(
                ("The disk is full: make room, then resume the run, which goes on from its last"
                                + " checkpoint (%s)")
                        .formatted(reason),
                cause);
    }
}
