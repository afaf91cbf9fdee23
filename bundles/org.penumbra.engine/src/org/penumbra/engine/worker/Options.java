// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb's arguments.
 *
 * @param words those that belong to no option
 * @param values the options' values, by name
 */
record Options(List<String> words, Map<String, String> values) {
    /**
     * Sorts arguments.
     *
     * @param known the options, each with a value, that the verb knows
     * @throws InputException at an unknown option or one without a value
     */
    static Options parse(List<String> arguments, String... known) {
        var words = new ArrayList<String>();
        var values = new HashMap<String, String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (List.of(known).contains(argument) && rest.hasNext()) {
                values.put(argument, rest.next());
            } else {
                throw new InputException(
                        "The worker cannot use "
                                + argument
                                + " here; it takes "
                                + String.join(", ", known)
                                + ", each with a value.");
            }
        }
        return new Options(words, values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The option's value, which must be there. */
    String required(String name) {
        return get(name).orElseThrow(() -> new InputException("The worker needs " + name + "."));
    }

    /** The option's value as a whole number of at least {@code least}. */
    Optional<Integer> whole(String name, int least) {
        return get(name).map(text -> whole(name, text, least));
    }

    private static int whole(String name, String text, int least) {
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) < least) {
            throw new InputException(
                    "%s is '%s', but must be a whole number of at least %d."
                            .formatted(name, text, least));
        }
        return Integer.parseInt(text);
    }
}
