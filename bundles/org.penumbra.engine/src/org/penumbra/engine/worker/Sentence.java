// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

/** One sentence about a failure, for a person. */
final class Sentence {
    private Sentence() {}

    /** The failure's own first line, or its kind where it has none. */
    static String of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "The memory did not suffice; use a smaller batch, patch or field.";
        }
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? "The work ended with " + failure.getClass().getSimpleName() + "."
                : message.lines().findFirst().orElseThrow();
    }
}
