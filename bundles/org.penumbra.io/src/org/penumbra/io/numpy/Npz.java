// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;
import org.penumbra.io.files.AtomicFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Named arrays in NumPy's {@code .npz} format, a zip archive of {@code .npy} files. */
public final class Npz {
    private static final String EXTENSION = ".npy";

    private Npz() {}

    /**
     * Reads all arrays.
     *
     * @param file the archive
     * @return its arrays by name, in the archive's order
     * @throws InputException if it cannot be read, or is not a whole archive of arrays
     */
    public static Map<String, NpyArray> read(Path file) {
        try (var zip = open(file)) {
            var arrays = new LinkedHashMap<String, NpyArray>();
            var budget = new MemoryBudget();
            for (var entry : zip.stream().toList()) {
                var where = "The array \"%s\" of %s".formatted(name(entry), file);
                if (arrays.put(name(entry), array(zip, entry, where, budget)) != null) {
                    throw new InputException(
                            where + " is there twice; the file is damaged, get it again.");
                }
            }
            return arrays;
        } catch (IOException e) {
            throw InputException.reading(file, e);
        } catch (IllegalArgumentException e) {
            throw InputException.reading(file, new IOException(e.getMessage(), e));
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new ZipFile(file.toFile());
    }

    private static String name(ZipEntry entry) {
        var name = entry.getName();
        return name.endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }

    private static NpyArray array(ZipFile zip, ZipEntry entry, String where, MemoryBudget budget)
            throws IOException {
        // A ZipFile does not compare checksums by itself.
        var sum = new CRC32();
        try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            var array = Npy.whole(new BufferedInputStream(in), where, budget);
            if (sum.getValue() != entry.getCrc()) {
                throw new InputException(
                        where + " has a wrong checksum; the file is damaged, get it again.");
            }
            return array;
        }
    }

    /**
     * Writes arrays, deflated, in one step.
     *
     * @param file the archive to create or replace
     * @param arrays by name, in the order to write
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, Map<String, NpyArray> arrays) {
        AtomicFile.write(
                file,
                out -> {
                    var zip = new ZipOutputStream(out);
                    for (var named : arrays.entrySet()) {
                        zip.putNextEntry(entry(named.getKey()));
                        Npy.write(zip, named.getValue());
                        zip.closeEntry();
                    }
                    zip.finish();
                });
    }

    /** Without the time of writing, equal arrays make equal files. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name + EXTENSION);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
