// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Strict JSON (RFC 8259).
 *
 * <p>Refused: anything lenient, duplicate names, nesting deeper than 200, text after the value,
 * numbers beyond the range of a double, bytes that are not UTF-8, files over 64 MiB.
 */
public final class Json {
    private static final long LARGEST = 64L << 20;
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    /**
     * Parses text.
     *
     * @param text one JSON value
     * @return its tree; whole numbers are Long or BigInteger, others Double
     * @throws InputException if it is not strict JSON
     */
    public static JsonElement parse(String text) {
        return parse(text, "The JSON text");
    }

    /**
     * Parses text from a known place.
     *
     * @param text one JSON value
     * @param source how messages call the place, at the beginning of a sentence
     * @return its tree; whole numbers are Long or BigInteger, others Double
     * @throws InputException if it is not strict JSON
     */
    public static JsonElement parse(String text, String source) {
        return new StrictParser(text, source).document();
    }

    /**
     * Parses a file.
     *
     * @param file a UTF-8 file with one JSON value
     * @return its tree; whole numbers are Long or BigInteger, others Double
     * @throws InputException if it cannot be read or is not strict JSON
     */
    public static JsonElement parse(Path file) {
        return parse(text(file), "The file " + file);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(
                        ("The file %s is larger than 64 MiB, more than any JSON file of this "
                                        + "program; check that it is the right file.")
                                .formatted(file));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InputException(
                    "The file %s is not UTF-8 text; save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /**
     * Text for people: indented by two spaces, nulls written, no trailing newline.
     *
     * @param tree what to write; numbers must be finite
     * @return JSON
     */
    public static String pretty(JsonElement tree) {
        return PRETTY.toJson(tree);
    }

    /**
     * Writes a file for people, in one step.
     *
     * @param file the file to create or replace
     * @param tree what to write; numbers must be finite
     */
    public static void write(Path file, JsonElement tree) {
        AtomicFile.write(file, (pretty(tree) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
