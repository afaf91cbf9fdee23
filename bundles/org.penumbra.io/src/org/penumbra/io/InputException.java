// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Bad input: what somebody gave Penumbra cannot be used as it is.
 *
 * <p>The message is one sentence that names the file and the place in it and says what to do; the
 * command line prints it alone and exits with 2.
 */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence for the user
     */
    public InputException(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the user
     * @param cause what went wrong underneath, shown only on request
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The sentence for a file that could not be read at all.
     *
     * @param file the file as the user knows it
     * @param cause what reading it threw
     * @return the exception to throw
     */
    public static InputException reading(Path file, IOException cause) {
        var sentence =
                switch (cause) {
                    case NoSuchFileException _ ->
                            "There is no file %s; check the path.".formatted(file);
                    case AccessDeniedException _ ->
                            "The file %s may not be read; check its permissions.".formatted(file);
                    default ->
                            ("The file %s cannot be read (%s); check that it is whole and a "
                                            + "file of the expected kind.")
                                    .formatted(file, reason(cause));
                };
        return new InputException(sentence, cause);
    }

    private static String reason(IOException cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
