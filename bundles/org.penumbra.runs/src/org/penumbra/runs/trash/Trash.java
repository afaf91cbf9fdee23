// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.JsonFile;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The trash of a runs folder: its hidden folder {@code .trash}. A run goes there and back by one
 * rename. Links are never followed: neither a run nor the trash may be one.
 */
public final class Trash {
    private static final String NAME = ".trash";

    private final Path runs;
    private final TrashContents contents;

    private Trash(Path runs) {
        this.runs = runs;
        this.contents = new TrashContents(runs.resolve(NAME));
    }

    /**
     * The trash of a runs folder, made when it is needed.
     *
     * @throws InputException when its place is taken by something else
     */
    public static Trash of(Path runs) {
        var place = runs.resolve(NAME);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(
                    place + " is no folder of its own: move it away, so that a trash can be made");
        }
        return new Trash(runs);
    }

    /**
     * Refuses what must not be removed.
     *
     * @param run a folder in this runs folder
     * @throws InputException when it is no run, a link, or being computed
     */
    public void check(Path run) {
        if (!RunFolder.isRunFolder(run)) {
            throw new InputException(
                    run + " is not a run folder (it has no run.json): only runs can be removed");
        }
        if (!Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(
                    run + " is a link to a run: remove the run where it lies, or the link by hand");
        }
        if (!absolute(run).getParent().equals(absolute(runs))) {
            throw new InputException(run + " does not lie in " + runs + ": name its own folder");
        }
        Hold.on(run).close();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Removes a run to the trash.
     *
     * @param run a folder in this runs folder
     * @return where it is now
     * @throws InputException as {@link #check} does, or when it cannot be moved
     */
    public Trashed put(Path run) {
        check(run);
        try (var _ = Hold.on(run)) {
            var entry = contents.free(run, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            // The note first: whatever is in the trash has one.
            contents.note(entry);
            moved(run, entry);
            return entry;
        }
    }

    private void moved(Path run, Trashed entry) {
        try {
            AtomicFolder.move(run, entry.path());
        } catch (UncheckedIOException e) {
            contents.forget(entry);
            throw JsonFile.unwritable(run, e);
        }
    }

    /** What is in it, the latest last. */
    public List<Trashed> list() {
        return contents.list();
    }

    /**
     * Puts a run back where it was.
     *
     * @param word its name in the trash, else its folder's or its own name
     * @return its folder
     * @throws InputException when none or several are meant, or its place is taken
     */
    public Path restore(String word) {
        var entry = find(word);
        var place = place(entry);
        try {
            AtomicFolder.move(entry.path(), place);
        } catch (UncheckedIOException e) {
            throw JsonFile.unwritable(place, e);
        }
        contents.forget(entry);
        return place;
    }

    /**
     * Where a run would be put back; nothing is changed.
     *
     * @param word as for {@link #restore}
     * @throws InputException as {@link #restore} does
     */
    public Path place(String word) {
        return place(find(word));
    }

    private Path place(Trashed entry) {
        var place = runs.resolve(entry.folder());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(
                    "%s cannot be put back, because %s is there: move that away first"
                            .formatted(entry.name(), place));
        }
        return place;
    }

    private Trashed find(String word) {
        var all = list();
        var found = all.stream().filter(entry -> entry.isCalled(word)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new InputException(
                "%s removed runs in %s are called '%s'; there are %s"
                        .formatted(
                                found.isEmpty() ? "No" : found.size(),
                                runs,
                                word,
                                names(found.isEmpty() ? all : found)));
    }

    private static String names(List<Trashed> entries) {
        return entries.isEmpty()
                ? "none"
                : entries.stream().map(Trashed::name).collect(Collectors.joining(", "));
    }

    /**
     * Deletes for good what was removed before a time, and what a killed process left half deleted
     * or, more than a day ago, half made.
     *
     * @return what was deleted
     * @throws InputException when something cannot be deleted
     */
    public List<Trashed> empty(Instant before) {
        var old = before(before);
        old.forEach(this::delete);
        contents.clean();
        Leftovers.delete(runs);
        return old;
    }

    /** What was removed before a time. */
    public List<Trashed> before(Instant time) {
        return list().stream().filter(entry -> entry.removed().isBefore(time)).toList();
    }

    /**
     * Deletes a removed run for good; it vanishes under its name first.
     *
     * @throws InputException when it cannot be deleted
     */
    public void delete(Trashed entry) {
        try {
            AtomicFolder.delete(entry.path());
        } catch (UncheckedIOException e) {
            throw JsonFile.unwritable(entry.path(), e);
        }
        contents.forget(entry);
    }
}
