// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder to write to, which goes away with its content unless it is to be kept. */
final class BenchPlace implements Closeable {
    private static final double MIB = 1 << 20;

    private final Path path;
    private final Optional<Thread> removal;

    private BenchPlace(Path path, Optional<Thread> removal) {
        this.path = path;
        this.removal = removal;
    }

    /**
     * Makes the folder.
     *
     * @param keep where it is to be kept, if it is
     * @param bytes how much room it needs
     * @throws InputException when there is something already, or too little room
     */
    static BenchPlace make(Optional<Path> keep, double bytes) {
        try {
            return keep.isPresent() ? kept(keep.get(), bytes) : temporary(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchPlace kept(Path folder, double bytes) throws IOException {
        if (Files.exists(folder)) {
            throw new InputException(folder + " exists already: name a new folder with --keep");
        }
        need(bytes, folder.toAbsolutePath().getParent());
        return new BenchPlace(Files.createDirectories(folder), Optional.empty());
    }

    private static BenchPlace temporary(double bytes) throws IOException {
        need(bytes, Path.of(System.getProperty("java.io.tmpdir")));
        var path = Files.createTempDirectory("penumbra-bench-");
        return new BenchPlace(path, removal(path));
    }

    /** Looks where the folder will be, or above, before anything is made. */
    private static void need(double bytes, Path place) throws IOException {
        var there = place;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < bytes) {
            throw new InputException(
                    "The measurement needs %.0f MiB in %s, where %.0f are free: make room, or give fewer --runs, --scalars or --steps"
                            .formatted(bytes / MIB, place, free / MIB));
        }
    }

    /** Also where somebody presses Ctrl-C. */
    private static Optional<Thread> removal(Path path) {
        var thread = new Thread(() -> AtomicFolder.delete(path));
        Runtime.getRuntime().addShutdownHook(thread);
        return Optional.of(thread);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        removal.ifPresent(
                thread -> {
                    Runtime.getRuntime().removeShutdownHook(thread);
                    AtomicFolder.delete(path);
                });
    }
}
