// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the one dictionary literal that NumPy writes, and nothing else of Python. */
final class HeaderParser {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*('[^'\\\\]*'|\"[^\"\\\\]*\"|\\d{1,18}L?|[A-Za-z]+|[{}()\\[\\],:]|\\z)");
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final int MOST_DIMENSIONS = 64;

    private final List<String> tokens = new ArrayList<>();
    private final String where;
    private int at;

    HeaderParser(String text, String where) {
        this.where = where;
        var matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            if (matcher.group(1).isEmpty()) {
                return;
            }
            matcher.region(matcher.end(), text.length());
        }
        throw broken();
    }

    Header header() {
        var values = dictionary();
        take("");
        if (!values.keySet().equals(KEYS)) {
            throw broken();
        }
        if (!(values.get("descr") instanceof String descr)) {
            throw broken();
        }
        if (!(values.get("fortran_order") instanceof Boolean fortran)) {
            throw broken();
        }
        if (!(values.get("shape") instanceof int[] shape)) {
            throw broken();
        }
        return new Header(ElementType.parse(descr, where), fortran, shape);
    }

    private Map<String, Object> dictionary() {
        var values = new HashMap<String, Object>();
        take("{");
        while (!is("}")) {
            var key = string();
            take(":");
            if (values.put(key, value()) != null) {
                throw broken();
            }
            if (!is("}")) {
                take(",");
            }
        }
        take("}");
        return values;
    }

    private Object value() {
        return switch (tokens.get(at)) {
            case "True", "False" -> tokens.get(at++).equals("True");
            case "(" -> tuple();
            case "[" ->
                    throw new InputException(
                            where + " has elements with fields; save each field as an array.");
            default -> string();
        };
    }

    private int[] tuple() {
        var extents = new ArrayList<Integer>();
        take("(");
        while (!is(")")) {
            extents.add(extent(tokens.get(at++)));
            if (!is(")")) {
                take(",");
            }
        }
        take(")");
        if (extents.size() > MOST_DIMENSIONS) {
            throw broken();
        }
        return extents.stream().mapToInt(n -> n).toArray();
    }

    private int extent(String token) {
        try {
            // Python 2 wrote long integers with an L.
            return Integer.parseInt(token.replace("L", ""));
        } catch (NumberFormatException _) {
            throw broken();
        }
    }

    private String string() {
        var token = tokens.get(at);
        if (!token.startsWith("'") && !token.startsWith("\"")) {
            throw broken();
        }
        at++;
        return token.substring(1, token.length() - 1);
    }

    private boolean is(String token) {
        return tokens.get(at).equals(token);
    }

    private void take(String token) {
        if (!is(token)) {
            throw broken();
        }
        // The empty token that ends the list is taken last and by header() only.
        at++;
    }

    private InputException broken() {
        return new InputException(
                where + " has a header that is not NumPy's; the file is damaged, get it again.");
    }
}
