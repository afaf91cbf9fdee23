// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import org.penumbra.io.InputException;
import org.penumbra.model.paths.Nearest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Placeholders in texts: {@code ${seed}} stands for a value, {@code $${} for the plain signs {@code
 * ${}. What a value holds is never looked at for further placeholders.
 */
public final class Placeholders {
    /** What comes before a parameter's name. */
    public static final String PARAMETER = "parameters/";

    /** The placeholders that every run fills, beside those of its parameters. */
    public static final List<String> NAMES =
            List.of(
                    "settings",
                    "work",
                    "out",
                    "data",
                    "training",
                    "seed",
                    "device",
                    "cuda",
                    "threads",
                    "run");

    private static final Pattern PLACE = Pattern.compile("\\$?\\$\\{(?:([^}]*)})?");

    private Placeholders() {}

    /**
     * The placeholders of a text.
     *
     * @param text with placeholders
     * @return their names in their order; an unclosed one has an empty name
     */
    public static List<String> names(String text) {
        var names = new ArrayList<String>();
        var match = PLACE.matcher(text);
        for (int at = 0; match.find(at); at = end(match)) {
            if (!isPlain(match)) {
                names.add(match.group(1) == null ? "" : match.group(1));
            }
        }
        return names;
    }

    /**
     * What is wrong with a text.
     *
     * @param text with placeholders
     * @param parameters the names that {@code ${parameters/NAME}} may have
     * @return the rest of a sentence without full stop, such as {@code holds ${sed}, which ...}
     */
    public static Optional<String> fault(String text, Collection<String> parameters) {
        var known = new ArrayList<>(NAMES);
        parameters.forEach(name -> known.add(PARAMETER + name));
        return names(text).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> unknown(name, known));
    }

    private static String unknown(String name, List<String> known) {
        if (name.isEmpty()) {
            return "holds ${ without a name and }; write $${ for the plain signs";
        }
        var nearest =
                Nearest.of(name, known).stream()
                        .map(one -> "${" + one + "}")
                        .collect(Collectors.joining(", "));
        return "holds ${%s}, which is unknown; the nearest are %s".formatted(name, nearest);
    }

    /**
     * Fills the placeholders of a text.
     *
     * @param text with placeholders
     * @param values by name
     * @return the text with the values in their places
     * @throws InputException if a placeholder has no value
     */
    public static String fill(String text, Map<String, String> values) {
        var filled = new StringBuilder();
        var match = PLACE.matcher(text);
        int from = 0;
        for (; match.find(from); from = end(match)) {
            filled.append(text, from, match.start());
            filled.append(isPlain(match) ? "${" : value(match.group(1), text, values));
        }
        return filled.append(text.substring(from)).toString();
    }

    private static String value(String name, String text, Map<String, String> values) {
        var value = name == null ? null : values.get(name);
        if (value == null) {
            var fault = unknown(name == null ? "" : name, List.copyOf(values.keySet()));
            throw new InputException("The text \"%s\" %s.".formatted(text, fault));
        }
        return value;
    }

    private static boolean isPlain(Matcher match) {
        return match.group().startsWith("$$");
    }

    /** Behind the plain signs the text goes on: what is in the braces was not meant. */
    private static int end(Matcher match) {
        return isPlain(match) ? match.start() + "$${".length() : match.end();
    }
}
