// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Folders that killed processes left half made among the runs: hidden ones that nobody fills. */
final class Leftovers {
    private static final Pattern FORM = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.tmp");

    /** No folder takes longer to be made. */
    private static final Duration AGE = Duration.ofDays(1);

    private Leftovers() {}

    static void delete(Path runs) {
        try {
            for (var entry : entries(runs)) {
                if (isLeftOver(entry)) {
                    AtomicFolder.delete(entry);
                }
            }
        } catch (IOException e) {
            throw JsonFile.unwritable(runs, new UncheckedIOException(e));
        } catch (UncheckedIOException e) {
            throw JsonFile.unwritable(runs, e);
        }
    }

    private static List<Path> entries(Path runs) throws IOException {
        try (var entries = Files.list(runs)) {
            return entries.filter(entry -> FORM.matcher(name(entry)).matches()).toList();
        }
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private static boolean isLeftOver(Path entry) throws IOException {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(AGE));
    }
}
