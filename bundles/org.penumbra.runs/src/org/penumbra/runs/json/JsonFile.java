// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import com.google.gson.JsonElement;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFile;
import org.penumbra.io.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Writes JSON files so that a reader sees the old content or the new one, never a mixture. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Replaces {@code target} atomically.
     *
     * @throws InputException when the file cannot be written, naming it and the reason
     */
    public static void write(Path target, JsonElement content) {
        text(target, Json.pretty(content) + "\n");
    }

    /**
     * Replaces {@code target} atomically by UTF-8 text.
     *
     * @throws InputException when the file cannot be written, naming it and the reason
     */
    public static void text(Path target, String content) {
        try {
            AtomicFile.write(target, content.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw unwritable(target, e);
        }
    }

    /** The sentence for a place that does not take what is written to it. */
    public static InputException unwritable(Path target, UncheckedIOException cause) {
        return new InputException(
                "%s cannot be written (%s): correct its permissions, make room, or name another folder"
                        .formatted(target, reason(cause.getCause())),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }
}
