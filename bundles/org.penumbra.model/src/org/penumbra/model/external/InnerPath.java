// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import org.penumbra.io.InputException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths that must stay inside a folder, written with slashes. */
public final class InnerPath {
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:|/|~).*", Pattern.DOTALL);

    private InnerPath() {}

    /**
     * What is wrong with a path.
     *
     * @param text a path, with or without placeholders
     * @return the rest of a sentence without full stop, such as {@code is the absolute path ...}
     */
    public static Optional<String> fault(String text) {
        if (ABSOLUTE.matcher(text).matches()) {
            return Optional.of(
                    "is the absolute path %s; write a path inside its folder".formatted(text));
        }
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("is \"%s\"; write a path with slashes".formatted(text));
        }
        return plain(text) == null
                ? Optional.of(
                        "is %s, which leads out of its folder; write a path inside".formatted(text))
                : Optional.empty();
    }

    /**
     * The path without detours.
     *
     * @param text a relative path, placeholders filled
     * @return names between slashes, empty for the folder itself
     * @throws InputException if it is absolute or leads out
     */
    public static String of(String text) {
        fault(text)
                .ifPresent(
                        fault -> {
                            throw new InputException("A path " + fault + ".");
                        });
        return plain(text);
    }

    /**
     * Where the path leads from a folder.
     *
     * @param folder the folder
     * @param text a relative path, placeholders filled
     * @throws InputException if it is absolute, leads out, or is no path on this system
     */
    public static Path in(Path folder, String text) {
        try {
            return folder.resolve(of(text));
        } catch (InvalidPathException e) {
            throw new InputException(
                    "The path \"%s\" is none on this system; correct it.".formatted(text), e);
        }
    }

    /** Null where it leads out. */
    private static String plain(String text) {
        var names = new ArrayDeque<String>();
        for (var name : text.split("/")) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return null;
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }
}
