// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One process's try at a run: {@code attempts/NNN/}, written by that process only. */
public final class Attempt {
    private static final String OWNER = "owner.json";
    private static final String ENDED = "ended";

    private final Path path;

    private Attempt(Path path) {
        this.path = path;
    }

    /** The next free number; between two processes the file system decides. */
    static Attempt next(Path attempts) {
        for (int number = last(attempts) + 1; ; number++) {
            var attempt = create(attempts, number, new JsonObject());
            if (attempt.isPresent()) {
                return attempt.get();
            }
        }
    }

    /**
     * Makes the attempt of that number, with its owner on record from the first instant.
     *
     * @return nothing where there is such an attempt already
     */
    static Optional<Attempt> create(Path attempts, int number, JsonObject owner) {
        var folder = attempts.resolve("%03d".formatted(number));
        try {
            AtomicFolder.create(
                    folder, temporary -> JsonFile.write(temporary.resolve(OWNER), owner));
            return Optional.of(new Attempt(folder));
        } catch (UncheckedIOException e) {
            if (Files.isDirectory(folder)) {
                return Optional.empty();
            }
            throw JsonFile.unwritable(attempts, e);
        }
    }

    private static int last(Path attempts) {
        var all = all(attempts);
        return all.isEmpty() ? 0 : all.getLast().number();
    }

    static List<Attempt> all(Path attempts) {
        if (!Files.isDirectory(attempts)) {
            return List.of();
        }
        try (var folders = Files.list(attempts)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d{3,8}"))
                    .map(Attempt::new)
                    .sorted(Comparator.comparingInt(Attempt::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** 1 for the first attempt. */
    public int number() {
        return Integer.parseInt(path.getFileName().toString());
    }

    /** Which process made the attempt: {@code owner.json}. */
    public Path owner() {
        return path.resolve(OWNER);
    }

    /** Notes that the owner has let the run go. */
    public void end() {
        JsonFile.text(path.resolve(ENDED), "");
    }

    /** Whether the owner has let the run go; one that was killed has not. */
    public boolean ended() {
        return Files.exists(path.resolve(ENDED));
    }

    /**
     * Opens the attempt's event file.
     *
     * @param startStep the first step that this attempt computes: 1, or the checkpoint's step + 1;
     *     readers drop what earlier attempts wrote at this step and later
     */
    public EventLog openEvents(long startStep) {
        return EventLog.create(path, startStep);
    }

    /** The event files of this attempt, by name. */
    public List<Path> events() {
        try (var files = Files.list(path)) {
            return files.filter(EventLog::isEventFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records versions, device and machine: {@code environment.json}. */
    public void environment(JsonObject facts) {
        JsonFile.write(path.resolve("environment.json"), facts);
    }

    /** What the worker tells, line by line: {@code log.txt}. */
    public Path log() {
        return path.resolve("log.txt");
    }
}
