// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Final figures that another program wrote: a JSON object, whose nested names are joined by
 * slashes, or a CSV table with a header, whose last row counts. What is no finite number is passed
 * over.
 */
public final class FiguresFile {
    private static final long LARGEST = 16L << 20;

    private FiguresFile() {}

    /**
     * Reads a file; one whose name ends with {@code .csv} as CSV, any other as JSON.
     *
     * @return figures by name, in the order of the file
     * @throws InputException when it is missing, malformed, or holds no figure
     */
    public static Map<String, Double> read(Path file) {
        var figures = file.toString().endsWith(".csv") ? csv(file) : json(file);
        if (figures.isEmpty()) {
            throw new InputException(
                    "%s holds no figure: write a JSON object of numbers, or a CSV table with a header"
                            .formatted(file));
        }
        return figures;
    }

    private static Map<String, Double> json(Path file) {
        var figures = new LinkedHashMap<String, Double>();
        add("", Json.parse(file), figures);
        return figures;
    }

    private static void add(String name, JsonElement element, Map<String, Double> figures) {
        switch (element) {
            case JsonObject object ->
                    object.asMap()
                            .forEach(
                                    (inner, value) ->
                                            add(
                                                    name.isEmpty() ? inner : name + "/" + inner,
                                                    value,
                                                    figures));
            case JsonPrimitive value when value.isNumber() && !name.isEmpty() ->
                    figures.put(name, value.getAsDouble());
            default -> {}
        }
    }

    private static Map<String, Double> csv(Path file) {
        var rows = text(file).lines().filter(line -> !line.isBlank()).toList();
        var figures = new LinkedHashMap<String, Double>();
        if (rows.size() > 1) {
            var names = cells(rows.getFirst());
            var values = cells(rows.getLast());
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                var name = names.get(i);
                number(values.get(i)).ifPresent(value -> figures.put(name, value));
            }
        }
        return figures;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(
                        "%s has more than 16 MiB, too much for final figures: write only these"
                                .formatted(file));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8 text: save it as UTF-8", e);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    private static OptionalDouble number(String text) {
        try {
            var value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** RFC 4180 without line breaks in cells. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
