// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** One process's try at a run: {@code attempts/NNN/}, written by that process only. */
public final class Attempt {
    private final Path path;

    private Attempt(Path path) {
        this.path = path;
    }

    static Attempt next(Path attempts) {
        try {
            Files.createDirectories(attempts);
            for (int number = last(attempts) + 1; ; number++) {
                var folder = attempts.resolve("%03d".formatted(number));
                if (created(folder)) {
                    return new Attempt(folder);
                }
            }
        } catch (IOException e) {
            throw JsonFile.unwritable(attempts, new UncheckedIOException(e));
        }
    }

    /** The file system decides between two processes that want the same number. */
    private static boolean created(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
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
