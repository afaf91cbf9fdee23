// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import org.penumbra.io.InputException;
import org.penumbra.io.files.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a checkpoint beside its manifest.
 *
 * @param folder the checkpoint
 * @param files by relative name, parts separated by slashes
 */
record Contents(Path folder, Map<String, Path> files) {

    /** What lies in a folder and below it; a link counts as a file. */
    static Contents of(Path folder) {
        try (var tree = Files.walk(folder)) {
            var files = new TreeMap<String, Path>();
            tree.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> files.put(name(folder, file), file));
            files.remove(Manifest.NAME);
            return new Contents(folder, files);
        } catch (IOException e) {
            throw InputException.reading(folder, e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The manifest of these files. */
    Manifest manifest(long step) {
        var entries = new TreeMap<String, Manifest.Entry>();
        files.forEach((name, file) -> entries.put(name, entry(file)));
        return Manifest.of(step, entries);
    }

    private static Manifest.Entry entry(Path file) {
        return new Manifest.Entry(Sha256.of(file), file.toFile().length());
    }

    /**
     * Compares the files with their manifest, byte for byte and in both directions.
     *
     * @throws InputException naming the checkpoint, the file and what is wrong with it
     */
    void verify(Manifest manifest) {
        require(!manifest.files().isEmpty(), "lists no files");
        manifest.files()
                .keySet()
                .forEach(n -> require(files.containsKey(n), "lacks its file " + n));
        files.keySet()
                .forEach(n -> require(manifest.files().containsKey(n), "has a foreign file " + n));
        manifest.files().forEach(this::verify);
    }

    private void verify(String name, Manifest.Entry entry) {
        var file = files.get(name);
        require(file.toFile().length() == entry.size(), "has another length of " + name);
        require(entry.equals(entry(file)), "has other content of " + name);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new InputException(
                    "The checkpoint %s is damaged: it %s".formatted(folder, otherwise));
        }
    }
}
