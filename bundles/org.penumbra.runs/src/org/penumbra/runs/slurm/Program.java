// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One of Slurm's programs.
 *
 * @param name such as {@code squeue}
 * @param searchPath the folders to look in, as in {@code PATH}
 * @param patience how long it may take to answer
 */
record Program(String name, String searchPath, Duration patience) {

    /** Where it is. */
    Optional<Path> file() {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs it.
     *
     * @throws SlurmFailure when it is missing, cannot be started or does not answer in time
     */
    Answer run(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(file().orElseThrow(this::missing).toString());
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return answer(process);
        } catch (IOException e) {
            throw new SlurmFailure("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Runs it and insists on success. */
    String demand(List<String> arguments) {
        var answer = run(arguments);
        if (!answer.good()) {
            throw new SlurmFailure("Slurm's %s failed: %s".formatted(name, answer.complaint()));
        }
        return answer.out();
    }

    private SlurmFailure missing() {
        return new SlurmFailure(
                ("There is no Slurm here: the program %s is not on PATH; go to a machine that can"
                                + " submit jobs, or run without --slurm")
                        .formatted(name));
    }

    private Answer answer(Process process) {
        var out = reading(process.getInputStream());
        var err = reading(process.getErrorStream());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SlurmFailure(
                        "Slurm's %s did not answer within %d s: ask again when the cluster answers"
                                .formatted(name, patience.toSeconds()));
            }
            return new Answer(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlurmFailure("Slurm's %s was interrupted".formatted(name), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> text(stream), task -> Thread.ofVirtual().start(task));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
