// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.io.InputException;

/** The database's place does not take what is written to it, or does not give it back. */
final class IndexUnusable extends InputException {
    private static final long serialVersionUID = 1L;

    IndexUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
