// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.io.json.Yaml;
import org.penumbra.runs.checkpoints.Checkpoints;
import org.penumbra.runs.control.Requests;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.json.NewerFormatException;
import org.penumbra.runs.json.Seal;
import org.penumbra.runs.renders.Renders;
import org.penumbra.runs.results.Results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run on disk. Reading never changes it; every write replaces a whole file or folder. */
public final class RunFolder {
    private static final String RUN = "run.json";
    private static final String STATUS = "status.json";
    private static final String ATTEMPTS = "attempts";

    private final Path path;
    private RunDescription description;

    private RunFolder(Path path, RunDescription description) {
        this.path = path;
        this.description = description;
    }

    /** Whether a folder claims to be a run. */
    public static boolean isRunFolder(Path folder) {
        return Files.isRegularFile(folder.resolve(RUN));
    }

    /**
     * Opens a run that exists.
     *
     * @throws InputException when it is no run folder, damaged, or of a newer release
     */
    public static RunFolder open(Path folder) {
        if (!isRunFolder(folder)) {
            throw new InputException(
                    folder
                            + " is not a run folder (it has no run.json): name one inside a runs"
                            + " folder");
        }
        return new RunFolder(folder, RunDescription.of(Fields.read(folder.resolve(RUN))));
    }

    /**
     * Makes the folder of a new run, in state PLANNED, whole or not at all.
     *
     * @throws InputException when there is something already, or the place cannot be written
     */
    public static RunFolder create(Path folder, RunDescription description) {
        return create(folder, description, temporary -> {});
    }

    /**
     * Makes the folder of a new run with more in it than its description, in state PLANNED, whole
     * or not at all.
     *
     * @param more writes further files into the folder that it is given
     * @throws InputException when there is something already, or the place cannot be written
     */
    public static RunFolder create(
            Path folder, RunDescription description, AtomicFolder.Filler more) {
        if (Files.exists(folder)) {
            throw new InputException(folder + " exists already: a run needs a new folder");
        }
        var run = new RunFolder(folder, description);
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            AtomicFolder.create(
                    folder,
                    temporary -> {
                        run.writeFirst(temporary);
                        more.fill(temporary);
                    });
        } catch (IOException e) {
            throw JsonFile.unwritable(folder, new UncheckedIOException(e));
        } catch (UncheckedIOException e) {
            throw JsonFile.unwritable(folder, e);
        } catch (InputException e) {
            // It names a file in a folder that is not there any more.
            throw e.getCause() instanceof UncheckedIOException cause
                    ? JsonFile.unwritable(folder, cause)
                    : e;
        }
        return run;
    }

    private void writeFirst(Path temporary) {
        var json = description.toJson();
        json.addProperty("created", Instant.now().toString());
        writeRun(temporary, json);
        JsonFile.write(
                temporary.resolve(STATUS), Seal.on(RunStatus.of(RunState.PLANNED, "").toJson()));
    }

    private static void writeRun(Path folder, JsonObject json) {
        JsonFile.write(folder.resolve(RUN), Seal.on(json));
        JsonFile.text(folder.resolve("run.yaml"), Yaml.write(json));
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** What the run is. */
    public RunDescription description() {
        return description;
    }

    /**
     * Takes over what does not belong to the run's identity: its name, where the data lies now,
     * evaluation and resources.
     *
     * @throws IllegalArgumentException when the identity differs
     */
    public void describe(RunDescription next) {
        if (!next.id().equals(description.id())) {
            throw new IllegalArgumentException("another run: " + next.id());
        }
        var json = next.toJson();
        json.addProperty("created", created());
        writeRun(path, json);
        description = next;
    }

    /** When the folder was made, in ISO 8601. */
    public String created() {
        return Fields.read(path.resolve(RUN)).optionalText("created").orElse("");
    }

    /**
     * Where the run stands; PLANNED when nothing was ever written, LOST with a sentence when the
     * file is damaged: a run goes on from its last good checkpoint, whatever its status was.
     *
     * @throws NewerFormatException when the file was written by a newer release
     */
    public RunStatus status() {
        var file = path.resolve(STATUS);
        if (!Files.exists(file)) {
            return RunStatus.of(RunState.PLANNED, "");
        }
        try {
            return RunStatus.of(Seal.check(Fields.read(file)));
        } catch (NewerFormatException e) {
            throw e;
        } catch (InputException e) {
            return RunStatus.of(
                    RunState.LOST,
                    e.getMessage() + "; the run goes on from its last checkpoint when run again");
        }
    }

    /** Replaces the status. */
    public void status(RunStatus status) {
        JsonFile.write(path.resolve(STATUS), Seal.on(status.toJson()));
    }

    /** The file that {@link #status()} reads. */
    public Path statusFile() {
        return path.resolve(STATUS);
    }

    /** Begins an attempt that nobody else writes to. */
    public Attempt newAttempt() {
        return Attempt.next(path.resolve(ATTEMPTS));
    }

    /**
     * Begins the attempt of that number.
     *
     * @param owner who makes it, as {@code owner.json} keeps it
     * @return nothing where there is such an attempt already: another process was faster
     */
    public Optional<Attempt> attempt(int number, JsonObject owner) {
        return Attempt.create(path.resolve(ATTEMPTS), number, owner);
    }

    /** All attempts, the first one first. */
    public List<Attempt> attempts() {
        return Attempt.all(path.resolve(ATTEMPTS));
    }

    /** What was asked of the run and not yet done. */
    public Requests requests() {
        return new Requests(path.resolve("requests"));
    }

    /** The states to go on from; the setting {@code resources.keepCheckpoints} says how many. */
    public Checkpoints checkpoints() {
        return new Checkpoints(path.resolve("checkpoints"), retention("keepCheckpoints", 2));
    }

    /** The images; the setting {@code resources.keepRenders} says how many steps are kept. */
    public Renders renders() {
        return new Renders(path.resolve("renders"), retention("keepRenders", 5));
    }

    private int retention(String setting, int fallback) {
        var resources = new Fields(description.resources(), path + ", resources");
        return resources.has(setting) ? Math.toIntExact(resources.whole(setting)) : fallback;
    }

    /**
     * The final figures, once there are any.
     *
     * @throws InputException when they are damaged
     */
    public Optional<Results> results() {
        var file = path.resolve("results.json");
        return Files.exists(file) ? Optional.of(results(file)) : Optional.empty();
    }

    private static Results results(Path file) {
        try {
            return Results.of(Seal.check(Fields.read(file)));
        } catch (NewerFormatException e) {
            throw e;
        } catch (InputException e) {
            throw new InputException(
                    e.getMessage()
                            + " (remove it with status.json, and running the run again makes both"
                            + " anew from the last checkpoint)",
                    e);
        }
    }

    /** Replaces the final figures. */
    public void results(Results results) {
        JsonFile.write(path.resolve("results.json"), Seal.on(results.toJson()));
    }

    /** Where the worker's own output goes, over all attempts. */
    public Path workerLog() {
        return path.resolve("worker.log");
    }
}
