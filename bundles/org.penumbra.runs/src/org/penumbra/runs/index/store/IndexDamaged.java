// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

/** The database does not hold what it should; it can be made again. */
public final class IndexDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexDamaged(String reason, Throwable cause) {
        super(reason, cause);
    }
}
