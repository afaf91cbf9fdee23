// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The folder {@code checkpoints/} with its {@code step-NNNNNN/}. */
public final class Checkpoints {
    private static final String PREFIX = "step-";

    private final Path path;
    private final int keep;

    /**
     * @param path the folder, made when the first checkpoint is written
     * @param keep how many good checkpoints stay
     */
    public Checkpoints(Path path, int keep) {
        this.path = path;
        this.keep = Math.max(1, keep);
    }

    /**
     * Writes a checkpoint whole or not at all, then removes those that are no longer needed. A good
     * one of the same step holds the same and stays; a damaged one is replaced.
     *
     * @param step the last step that is contained in it
     * @param filler writes the files into the folder that it is given
     */
    public void save(long step, AtomicFolder.Filler filler) {
        var target = folder(step);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw JsonFile.unwritable(path, new UncheckedIOException(e));
        }
        clean();
        // To delete a good one first would leave a moment without it.
        if (Files.exists(target) && problem(step).isEmpty()) {
            return;
        }
        AtomicFolder.delete(target);
        AtomicFolder.create(
                target,
                temporary -> {
                    filler.fill(temporary);
                    Contents.of(temporary).manifest(step).write(temporary);
                });
        prune();
    }

    /** The newest checkpoint whose files all agree with their checksums. */
    public Optional<Checkpoint> latest() {
        return latest(problem -> {});
    }

    /**
     * The newest checkpoint whose files all agree with their checksums.
     *
     * @param damage hears one sentence for every newer one that is passed over
     */
    public Optional<Checkpoint> latest(Consumer<String> damage) {
        for (long step : steps()) {
            var problem = problem(step);
            if (problem.isEmpty()) {
                return Optional.of(new Checkpoint(step, folder(step)));
            }
            damage.accept(problem.get());
        }
        return Optional.empty();
    }

    /**
     * The checkpoint of one step.
     *
     * @param step the last step that is contained in it
     * @return it, if it is there and its files agree with their checksums
     */
    public Optional<Checkpoint> at(long step) {
        return problem(step).isEmpty()
                ? Optional.of(new Checkpoint(step, folder(step)))
                : Optional.empty();
    }

    /** One sentence for every checkpoint that is damaged, the newest first. */
    public List<String> damage() {
        return steps().stream().flatMap(step -> problem(step).stream()).toList();
    }

    /** The steps of all checkpoints, good or damaged, the newest first. */
    public List<Long> steps() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var folders = Files.list(path)) {
            return folders.map(Checkpoints::step)
                    .flatMapToLong(OptionalLong::stream)
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalLong step(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d{6,18}")
                ? OptionalLong.of(Long.parseLong(name.substring(PREFIX.length())))
                : OptionalLong.empty();
    }

    private Path folder(long step) {
        return path.resolve("%s%06d".formatted(PREFIX, step));
    }

    private Optional<String> problem(long step) {
        var folder = folder(step);
        try {
            var manifest = Manifest.read(folder);
            if (manifest.step() != step) {
                return Optional.of(folder + " has the manifest of step " + manifest.step());
            }
            Contents.of(folder).verify(manifest);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.getMessage());
        } catch (UncheckedIOException e) {
            return Optional.of(InputException.reading(folder, e.getCause()).getMessage());
        }
    }

    /** A damaged checkpoint does not count, so that the good ones behind it stay. */
    private void prune() {
        int good = 0;
        for (long step : steps()) {
            if (good >= keep) {
                AtomicFolder.delete(folder(step));
            } else if (problem(step).isEmpty()) {
                good++;
            }
        }
    }

    /** What a worker that was killed while saving left behind. */
    private void clean() {
        try (var folders = Files.newDirectoryStream(path, ".step-*.tmp")) {
            folders.forEach(AtomicFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
