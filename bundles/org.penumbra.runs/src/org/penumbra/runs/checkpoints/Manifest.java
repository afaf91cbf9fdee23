// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.files.Sha256;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code manifest.json}: the size and SHA-256 of every file of a checkpoint. */
final class Manifest {
    private static final String NAME = "manifest.json";

    private Manifest() {}

    static void write(Path folder, long step) {
        var files = new JsonObject();
        contents(folder).forEach(file -> files.add(name(folder, file), entry(file)));
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("step", step);
        json.add("files", files);
        JsonFile.write(folder.resolve(NAME), json);
    }

    private static List<Path> contents(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static JsonObject entry(Path file) {
        var entry = new JsonObject();
        entry.addProperty("sha256", Sha256.of(file));
        entry.addProperty("size", file.toFile().length());
        return entry;
    }

    /**
     * Compares a checkpoint with its manifest.
     *
     * @param thorough whether to read every byte, or only to compare sizes
     * @throws InputException saying what is wrong
     */
    static void verify(Path folder, long step, boolean thorough) {
        var json = Fields.read(folder.resolve(NAME));
        var files = json.fields("files");
        require(json.whole("formatVersion") == 1, folder, "has a manifest of another format");
        require(json.whole("step") == step, folder, "has a manifest of another step");
        require(!files.object().isEmpty(), folder, "lists no files");
        for (var name : files.object().keySet()) {
            verify(folder, name, files.fields(name), thorough);
        }
    }

    /** SHA-256 of the manifest itself, which stands for all files. */
    static String sum(Path folder) {
        return Sha256.of(folder.resolve(NAME));
    }

    /** The names of all files of a checkpoint that was verified, and of the manifest. */
    static List<String> files(Path folder) {
        var names = new ArrayList<>(Fields.read(folder.resolve(NAME)).inner("files").keySet());
        names.add(NAME);
        return names;
    }

    private static void verify(Path folder, String name, Fields entry, boolean thorough) {
        var file = folder.resolve(name).normalize();
        require(file.startsWith(folder.normalize()), folder, "names a file outside itself");
        require(Files.isRegularFile(file), folder, "lacks its file " + name);
        require(
                file.toFile().length() == entry.whole("size"),
                folder,
                "has another length of " + name);
        var sum = entry.text("sha256");
        require(!thorough || sum.equals(Sha256.of(file)), folder, "has other content of " + name);
    }

    private static void require(boolean condition, Path folder, String otherwise) {
        if (!condition) {
            throw new InputException("The checkpoint " + folder + " " + otherwise);
        }
    }
}
