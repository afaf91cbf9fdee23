// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.ownership.LockFile;
import org.penumbra.runs.plan.PlannedRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds or makes the folder of every planned run. */
final class Places implements AutoCloseable {
    private static final String LOCK = ".penumbra.lock";

    private final LockFile lock;
    private final Path path;
    private final boolean again;
    private final Map<String, RunFolder> existing = new HashMap<>();

    private Places(LockFile lock, Path path, boolean again) {
        this.lock = lock;
        this.path = path;
        this.again = again;
    }

    /** Waits for another process that makes folders there: two must not make the same run. */
    static Places of(Path path, boolean again) {
        writable(path);
        var lock = LockFile.await(path.resolve(LOCK));
        var places = new Places(lock, path, again);
        // Sorted by name, so that of several runs of one identity the last repetition wins.
        RunsFolder.read(path)
                .runs()
                .forEach(run -> places.existing.merge(run.description().id(), run, Places::newer));
        return places;
    }

    private static void writable(Path path) {
        try {
            Files.createDirectories(path);
            // Asking the file system is no proof; a file that was written is.
            Files.delete(Files.createTempFile(path, ".penumbra", ".tmp"));
        } catch (IOException e) {
            throw JsonFile.unwritable(path, new UncheckedIOException(e));
        }
    }

    private static RunFolder newer(RunFolder one, RunFolder other) {
        return one.created().compareTo(other.created()) > 0 ? one : other;
    }

    /** The run that is there already and counts. */
    Optional<RunFolder> existing(PlannedRun run) {
        return Optional.ofNullable(existing.get(run.id()))
                .filter(folder -> !(again && folder.status().state() == RunState.FINISHED));
    }

    RunFolder create(PlannedRun run) {
        return RunFolder.create(free(run.folderName()), run.description());
    }

    @Override
    public void close() {
        lock.close();
    }

    private Path free(String name) {
        var folder = path.resolve(name);
        for (int repetition = 2; Files.exists(folder); repetition++) {
            folder = path.resolve(name + "-" + repetition);
        }
        return folder;
    }
}
