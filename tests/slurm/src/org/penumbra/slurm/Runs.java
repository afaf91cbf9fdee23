// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.slurm;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A runs folder, read as any program may read it.
 *
 * @param folder the folder
 */
record Runs(Path folder) {

    /** All run folders by the runs' names. */
    Map<String, Path> byName() {
        return folders(folder).stream()
                .filter(run -> Files.exists(run.resolve("run.json")))
                .collect(Collectors.toMap(Runs::name, Function.identity()));
    }

    private static String name(Path run) {
        return json(run.resolve("run.json")).get("name").getAsString();
    }

    String state(String name) {
        return json(byName().get(name).resolve("status.json")).get("state").getAsString();
    }

    int attempts(String name) {
        return folders(byName().get(name).resolve("attempts")).size();
    }

    boolean hasCheckpoint(String name) {
        return folders(byName().get(name).resolve("checkpoints")).stream()
                .anyMatch(step -> step.getFileName().toString().startsWith("step-"));
    }

    long pid(String name) {
        return json(byName().get(name).resolve("status.json")).get("pid").getAsLong();
    }

    /** What the batch script has printed for a run. */
    String output(String name) {
        var folders = folders(folder.resolve(".slurm"));
        var file = "task-%d.txt".formatted(launch(name).get("task").getAsInt());
        try {
            return Files.readString(folders.getFirst().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job's number; empty before there is one. */
    String job(String name) {
        var job = launch(name);
        return job.has("job") ? job.get("job").getAsString() : "";
    }

    /** As Slurm's programs take it. */
    String task(String name) {
        return job(name) + "_" + launch(name).get("task").getAsInt();
    }

    private JsonObject launch(String name) {
        var file = byName().get(name).resolve("launch.json");
        return Files.exists(file) ? json(file).getAsJsonObject("job") : new JsonObject();
    }

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders in a folder; none where that is not there yet. */
    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
