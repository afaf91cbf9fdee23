// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFile;
import org.penumbra.io.files.Sha256;
import org.penumbra.io.json.Json;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code manifest.json}: the size and SHA-256 of every other file of a checkpoint, and a checksum
 * over itself.
 *
 * <p>There is one way to write a manifest, byte for byte, so that a reader notices every change,
 * that of a blank too. Version 1 had no checksum over itself.
 *
 * @param version the format's version
 * @param step the last step that is contained in the checkpoint
 * @param files by relative name, parts separated by slashes
 */
record Manifest(long version, long step, Map<String, Entry> files) {
    static final String NAME = "manifest.json";

    private static final long VERSION = 2;

    /** What is known about one file. */
    record Entry(String sha256, long size) {
        static Entry of(Fields json) {
            return new Entry(json.text("sha256"), json.whole("size"));
        }

        JsonObject toJson() {
            var json = new JsonObject();
            json.addProperty("sha256", sha256);
            json.addProperty("size", size);
            return json;
        }
    }

    /** The manifest of files as they are now. */
    static Manifest of(long step, Map<String, Entry> files) {
        return new Manifest(VERSION, step, files);
    }

    /**
     * Reads the manifest of a checkpoint.
     *
     * @throws InputException when it is missing, damaged, or of a newer release
     */
    static Manifest read(Path folder) {
        var file = folder.resolve(NAME);
        var manifest = of(Fields.read(file).format("formatVersion", VERSION));
        if (!Arrays.equals(manifest.bytes(), bytes(file))) {
            throw new InputException(file + " is damaged: it is not as it was written");
        }
        return manifest;
    }

    private static Manifest of(Fields json) {
        var files = new LinkedHashMap<String, Entry>();
        var entries = json.fields("files");
        entries.object().keySet().forEach(name -> files.put(name, Entry.of(entries.fields(name))));
        return new Manifest(json.whole("formatVersion"), json.whole("step"), files);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /** SHA-256 of the manifest itself, which stands for all files. */
    static String sum(Path folder) {
        return Sha256.of(folder.resolve(NAME));
    }

    /** The names of all files of a checkpoint that was verified, and of the manifest. */
    static List<String> names(Path folder) {
        var names = new ArrayList<>(Fields.read(folder.resolve(NAME)).inner("files").keySet());
        names.add(NAME);
        return names;
    }

    /** Puts the manifest into a checkpoint. */
    void write(Path folder) {
        AtomicFile.write(folder.resolve(NAME), bytes());
    }

    private byte[] bytes() {
        var json = version == 1 ? toJson() : Seal.on(toJson());
        return (Json.pretty(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject toJson() {
        var entries = new JsonObject();
        files.forEach((name, entry) -> entries.add(name, entry.toJson()));
        var json = new JsonObject();
        json.addProperty("formatVersion", version);
        json.addProperty("step", step);
        json.add("files", entries);
        return json;
    }
}
