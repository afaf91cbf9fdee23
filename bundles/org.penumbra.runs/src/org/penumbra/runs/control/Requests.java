// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.control;

import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder {@code requests/} of a run: one file for each thing that was asked. A file reaches a
 * worker on any machine that sees the run folder, and also one that has not started yet.
 *
 * @param folder the folder, made when something is asked
 */
public record Requests(Path folder) {

    /**
     * Asks.
     *
     * @throws org.penumbra.io.InputException when the run folder cannot be written
     */
    public void ask(Request request) {
        JsonFile.text(file(request), Instant.now() + "\n");
    }

    /** What was asked and not yet done; of two things the stronger one. */
    public Optional<Request> asked() {
        if (Files.exists(file(Request.CANCEL))) {
            return Optional.of(Request.CANCEL);
        }
        return Files.exists(file(Request.PAUSE)) ? Optional.of(Request.PAUSE) : Optional.empty();
    }

    /** Forgets everything that was asked: it is done, or the run was started again since. */
    public void clear() {
        try {
            for (var request : Request.values()) {
                Files.deleteIfExists(file(request));
            }
        } catch (IOException e) {
            throw JsonFile.unwritable(folder, new UncheckedIOException(e));
        }
    }

    private Path file(Request request) {
        return folder.resolve(request.fileName());
    }
}
