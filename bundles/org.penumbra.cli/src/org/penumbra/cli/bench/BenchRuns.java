// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import com.google.gson.JsonObject;

import org.penumbra.io.json.CanonicalJson;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.results.Results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Writes runs as a worker does, with curves that fall and are noisy. */
final class BenchRuns {
    private final Path folder;
    private final IndexBenchSize size;
    private final List<String> tags;

    BenchRuns(Path folder, IndexBenchSize size) {
        this.folder = folder;
        this.size = size;
        tags =
                IntStream.range(0, size.scalars())
                        .mapToObj("loss/component_%02d"::formatted)
                        .toList();
    }

    /** The tags of the curves. */
    List<String> tags() {
        return tags;
    }

    /** Writes them all, on all cores. */
    void write() throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < size.runs(); i++) {
            int seed = i;
            tasks.add(() -> write(seed));
        }
        try (var pool = Executors.newFixedThreadPool(cores)) {
            for (var task : pool.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    private Void write(int seed) {
        var path = folder.resolve("bench-s%05d".formatted(seed));
        var run = RunFolder.create(path, description(seed));
        var values = new LinkedHashMap<String, Double>();
        var noise = new SplittableRandom(seed);
        try (var log = run.newAttempt().openEvents(1)) {
            for (int step = 1; step <= size.steps(); step++) {
                fill(values, step, noise);
                log.scalars(step, values);
            }
        }
        run.results(new Results("bench", size.steps(), values, List.of(), Map.of()));
        run.status(RunStatus.of(RunState.FINISHED, ""));
        return null;
    }

    private void fill(Map<String, Double> values, int step, SplittableRandom noise) {
        double level = Math.exp(-4.0 * step / size.steps());
        int number = 0;
        for (var tag : tags) {
            values.put(tag, ++number * level + 0.1 * noise.nextDouble());
        }
    }

    private static RunDescription description(int seed) {
        var spec = new JsonObject();
        var settings = new JsonObject();
        settings.addProperty("iterations", 1);
        spec.add("settings", settings);
        spec.addProperty("seed", seed);
        return new RunDescription(
                CanonicalJson.sha256(spec),
                "Bench/seed=" + seed,
                "bench",
                "Bench",
                Map.of(),
                spec,
                Optional.empty(),
                new JsonObject(),
                new JsonObject());
    }
}
