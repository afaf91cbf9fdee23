// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the trash: removed runs, and beside each a note where it was.
 *
 * @param path the folder; it need not exist
 */
record TrashContents(Path path) {
    private static final Pattern HALF_DELETED = Pattern.compile("\\..+-\\d{8}T\\d{6}Z.*\\.tmp");

    /** A name for a run that nothing in the trash has. */
    Trashed free(Path run, Instant now) {
        var name = new TrashName(run.getFileName().toString(), now);
        return Stream.iterate(1, times -> times + 1)
                .map(times -> path.resolve(name.text(times)))
                .filter(place -> !Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                .filter(place -> !Files.exists(noteOf(place), LinkOption.NOFOLLOW_LINKS))
                .map(place -> new Trashed(place, name.folder(), runName(run), now))
                .findFirst()
                .orElseThrow();
    }

    private static String runName(Path run) {
        try {
            return RunFolder.open(run).description().name();
        } catch (InputException e) {
            return "";
        }
    }

    private static Path noteOf(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".json");
    }

    void note(Trashed entry) {
        JsonFile.write(noteOf(entry.path()), entry.toJson());
    }

    void forget(Trashed entry) {
        try {
            Files.deleteIfExists(noteOf(entry.path()));
        } catch (IOException e) {
            throw JsonFile.unwritable(noteOf(entry.path()), new UncheckedIOException(e));
        }
    }

    List<Trashed> list() {
        return entries().stream()
                .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                .flatMap(entry -> read(entry).stream())
                .sorted(Comparator.comparing(Trashed::removed).thenComparing(Trashed::name))
                .toList();
    }

    private List<Path> entries() {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var entries = Files.list(path)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the entry says enough to put it back; the note adds the run's name. */
    private static Optional<Trashed> read(Path entry) {
        return TrashName.of(entry)
                .map(name -> new Trashed(entry, name.folder(), noted(entry), name.removed()));
    }

    private static String noted(Path entry) {
        try {
            return Fields.read(noteOf(entry)).format("formatVersion", 1).text("run");
        } catch (InputException e) {
            return runName(entry);
        }
    }

    /** Removes folders that were being deleted, and notes whose run is gone. */
    void clean() {
        try {
            for (var entry : entries()) {
                if (HALF_DELETED.matcher(entry.getFileName().toString()).matches()) {
                    AtomicFolder.delete(entry);
                } else if (isLonely(entry)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException e) {
            throw JsonFile.unwritable(path, new UncheckedIOException(e));
        }
    }

    private static boolean isLonely(Path note) {
        var name = note.getFileName().toString();
        if (!name.endsWith(".json") || !Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var entry = note.resolveSibling(name.substring(0, name.length() - ".json".length()));
        return TrashName.of(entry).isPresent() && !Files.exists(entry, LinkOption.NOFOLLOW_LINKS);
    }
}
