// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.annotations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.ownership.LockFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A run's tags and note: {@code annotations.json}. Of several processes that change them at once
 * none loses its change.
 *
 * @param tags every one once, in the order of their characters
 * @param note free text, or empty
 * @param modified when they were changed last; the epoch for a run that never had any
 */
public record Annotations(SortedSet<String> tags, String note, Instant modified) {
    private static final int FORMAT_VERSION = 1;
    private static final int MOST_TAGS = 256;
    private static final String FILE = "annotations.json";

    /** Copies the set. */
    public Annotations {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /**
     * The annotations of a run; empty ones where it has none.
     *
     * @throws InputException when the file is damaged or of a newer release
     */
    public static Annotations of(RunFolder run) {
        return read(file(run));
    }

    private static Path file(RunFolder run) {
        return run.path().resolve(FILE);
    }

    private static Annotations read(Path file) {
        if (!Files.exists(file)) {
            return new Annotations(new TreeSet<>(), "", Instant.EPOCH);
        }
        var json = Fields.read(file).format("formatVersion", FORMAT_VERSION);
        try {
            return read(json);
        } catch (InputException e) {
            throw new InputException("%s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Annotations read(Fields json) {
        var tags = new TreeSet<String>();
        json.texts("tags").forEach(tag -> tags.add(Tag.checked(tag)));
        return new Annotations(tags, Note.checked(json.text("note")), modified(json));
    }

    private static Instant modified(Fields json) {
        try {
            return Instant.parse(json.text("modified"));
        } catch (DateTimeException e) {
            throw new InputException(json.where() + " is damaged: modified is not a time", e);
        }
    }

    /**
     * Adds and removes tags.
     *
     * @param added those that it shall have; those that it has already are no mistake
     * @param removed those that it shall not have; those that it has not are no mistake
     * @return what it has now
     * @throws InputException when a tag is no word, there are too many, or the file cannot be
     *     written
     */
    public static Annotations tag(
            RunFolder run, Collection<String> added, Collection<String> removed) {
        added.forEach(Tag::checked);
        return change(run, old -> old.with(added, removed));
    }

    private Annotations with(Collection<String> added, Collection<String> removed) {
        var all = new TreeSet<>(tags);
        all.addAll(added);
        all.removeAll(removed);
        if (all.size() > MOST_TAGS) {
            throw new InputException(
                    "A run has at most %d tags, and this would make %d: remove some first"
                            .formatted(MOST_TAGS, all.size()));
        }
        return new Annotations(all, note, modified);
    }

    /**
     * Replaces the note.
     *
     * @param text the new note; empty for none
     * @return what the run has now
     * @throws InputException when the text is too long or no Unicode, or the file cannot be written
     */
    public static Annotations note(RunFolder run, String text) {
        Note.checked(text);
        return change(run, old -> new Annotations(old.tags, text, old.modified));
    }

    private static Annotations change(RunFolder run, UnaryOperator<Annotations> change) {
        // The file itself is replaced with every change and cannot carry the lock.
        try (var _ = LockFile.await(run.path().resolve("annotations.lock"))) {
            var old = of(run);
            var next = change.apply(old);
            if (next.equals(old)) {
                return old;
            }
            var stamped = new Annotations(next.tags, next.note, Instant.now());
            JsonFile.write(file(run), stamped.toJson());
            return stamped;
        }
    }

    /** {@code {"formatVersion", "tags", "note", "modified"}}. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", FORMAT_VERSION);
        var array = new JsonArray();
        tags.forEach(array::add);
        json.add("tags", array);
        json.addProperty("note", note);
        json.addProperty("modified", modified.toString());
        return json;
    }
}
