// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import org.penumbra.io.InputException;

/** A whole file that a later release wrote: not damage, and not to be written over. */
public final class NewerFormatException extends InputException {
    private static final long serialVersionUID = 1L;

    NewerFormatException(String message) {
        super(message);
    }
}
