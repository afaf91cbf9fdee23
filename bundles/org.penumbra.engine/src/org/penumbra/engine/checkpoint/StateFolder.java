// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.checkpoint;

import com.google.gson.JsonObject;

import org.penumbra.engine.settings.SettingsNode;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.io.tensors.FloatTensor;
import org.penumbra.io.tensors.Safetensors;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one checkpoint.
 *
 * @param path its folder
 */
public record StateFolder(Path path) {
    private static final int FORMAT_VERSION = 1;

    /** Writes a network's or an optimiser's tensors. */
    public void write(String name, Map<String, FloatTensor> tensors) {
        Safetensors.write(file(name), tensors, Map.of());
    }

    /** Reads what {@link #write(String, Map)} wrote. */
    public Map<String, FloatTensor> read(String name) {
        return Safetensors.read(file(name)).tensors();
    }

    /** Writes the small facts: phase, step and the like. */
    public void facts(JsonObject facts) {
        facts.addProperty("formatVersion", FORMAT_VERSION);
        Json.write(path.resolve("state.json"), facts);
    }

    /**
     * Reads the small facts.
     *
     * @throws InputException where they were written by a newer release
     */
    public SettingsNode facts() {
        var file = path.resolve("state.json");
        var facts = new SettingsNode(file.toString(), Json.parse(file).getAsJsonObject());
        if (facts.integer("formatVersion", 1) > FORMAT_VERSION) {
            throw new InputException(
                    "The checkpoint " + path + " was written by a newer release; use that one.");
        }
        return facts;
    }

    private Path file(String name) {
        return path.resolve(name + ".safetensors");
    }

    /**
     * All tensors of several groups, each under {@code group.name}, sorted by that: equal states
     * are equal files, whatever order a map has in this process.
     */
    public static Map<String, FloatTensor> together(Map<String, Map<String, FloatTensor>> groups) {
        var all = new TreeMap<String, FloatTensor>();
        groups.forEach(
                (group, tensors) ->
                        tensors.forEach((name, tensor) -> all.put(group + "." + name, tensor)));
        return all;
    }

    /** One group of what {@link #together} put together. */
    public static Map<String, FloatTensor> group(String group, Map<String, FloatTensor> all) {
        var prefix = group + ".";
        var found = new LinkedHashMap<String, FloatTensor>();
        all.forEach(
                (name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name.substring(prefix.length()), tensor);
                    }
                });
        return found;
    }
}
