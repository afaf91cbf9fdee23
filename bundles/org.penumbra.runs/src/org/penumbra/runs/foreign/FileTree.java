// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files below a folder. Links are not followed, so that none leads out of it. */
final class FileTree {
    private static final int DEEPEST = 16;
    private static final int MOST = 1_000_000;

    private FileTree() {}

    /** One file and what the system says of it. */
    record Entry(Path file, String name, BasicFileAttributes facts) {}

    /**
     * All plain files; what vanishes meanwhile is not among them.
     *
     * @param folder none is as good as an empty one
     * @throws InputException when there are more than a million
     */
    static List<Entry> of(Path folder) {
        return of(folder, folder);
    }

    /** The same, of a folder below that names do not begin at; none where a link leads out. */
    static List<Entry> of(Path folder, Path start) {
        if (!Files.isDirectory(start) || !isWithin(folder, start)) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        try {
            Files.walkFileTree(start, Set.of(), DEEPEST, new Collecting(folder, entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static boolean isWithin(Path folder, Path start) {
        try {
            return start.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Collecting extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Entry> entries;

        Collecting(Path folder, List<Entry> entries) {
            this.folder = folder;
            this.entries = entries;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (facts.isRegularFile()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                entries.add(new Entry(file, name, facts));
            }
            if (entries.size() > MOST) {
                throw new InputException(
                        "%s holds more than a million files: name a folder with fewer"
                                .formatted(folder));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
