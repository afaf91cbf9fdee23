// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.io.InputException;
import org.penumbra.runs.index.Refresh;
import org.penumbra.runs.index.RunsIndex;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.RunQuery;
import org.penumbra.runs.json.Numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the index of many runs is: it writes logs with the product's own writer, reads them with
 * all checksums, opens the index again and asks it what a list of runs and a chart ask.
 */
public final class IndexBench implements Bench {
    private static final int CURVES = 20;
    private static final int POINTS = 1000;

    // The file's version and the session's start.
    private static final int RECORDS_BEFORE_STEPS = 2;
    private static final double MIB = 1 << 20;

    private final Console console;
    private final IndexBenchSize size;
    private final JsonObject figures = new JsonObject();
    private final Stopwatch watch = new Stopwatch();

    /**
     * A measurement.
     *
     * @param console where it says what it does
     */
    public IndexBench(Console console, IndexBenchSize size) {
        this.console = console;
        this.size = size;
    }

    @Override
    public JsonObject measure() throws InterruptedException {
        size.check();
        try (var place = BenchPlace.make(size.keep(), size.bytes())) {
            var folder = place.path().resolve("runs");
            var cache = place.path().resolve("cache");
            var runs = new BenchRuns(folder, size);
            write(runs, folder);
            PeakMemory.reset();
            cold(folder, cache);
            warm(folder, cache, runs.tags());
            memory();
            return figures;
        }
    }

    private void write(BenchRuns runs, Path folder) throws InterruptedException {
        console.note("writing %d runs".formatted(size.runs()));
        watch.lap();
        runs.write();
        number("write_seconds", watch.lap());
        number("runs", size.runs());
        number("curves_per_run", size.scalars());
        number("steps_per_run", size.steps());
        number("log_mib", bytes(folder.resolve("bench-s00000/attempts")) * size.runs() / MIB);
    }

    private void cold(Path folder, Path cache) {
        console.note("building the index");
        double cpu = Stopwatch.cpu();
        watch.lap();
        try (var index = RunsIndex.open(folder, cache)) {
            var refresh = index.refresh();
            double seconds = watch.lap();
            number("cold_index_seconds", seconds);
            // Where other programs keep the cores busy, this is what the reading itself takes.
            number("cold_index_cpu_seconds", Stopwatch.cpu() - cpu);
            ingest(refresh, seconds);
        }
        number("index_mib", bytes(cache) / MIB);
    }

    private void ingest(Refresh refresh, double seconds) {
        int cores = Runtime.getRuntime().availableProcessors();
        long records = (long) size.runs() * (size.steps() + RECORDS_BEFORE_STEPS);
        number("cores", cores);
        number("scalars", refresh.scalars());
        number("records", records);
        number("ingest_records_per_second", records / seconds);
        number("ingest_scalars_per_second", refresh.scalars() / seconds);
        number("ingest_scalars_per_second_per_core", refresh.scalars() / seconds / cores);
    }

    private void warm(Path folder, Path cache, List<String> tags) {
        console.note("opening it again");
        watch.lap();
        try (var index = RunsIndex.open(folder, cache)) {
            var refresh = index.refresh();
            number("warm_open_refresh_seconds", watch.lap());
            var table = index.runs(RunQuery.ALL.with(tags));
            number("warm_open_table_seconds", watch.lap());
            number(
                    "warm_open_seconds",
                    sum("warm_open_refresh_seconds", "warm_open_table_seconds"));
            number("warm_open_changed_runs", refresh.changed());
            number("table_rows", table.size());
            number("table_values", table.stream().mapToInt(run -> run.values().size()).sum());
            curves(index, folder, tags.getFirst());
        }
    }

    private void curves(RunsIndex index, Path folder, String tag) {
        var names =
                index.runs(RunQuery.ALL).stream().limit(CURVES).map(run -> run.folder()).toList();
        var query = new CurveQuery(names, List.of(tag));
        watch.lap();
        var curves = index.decimated(query, POINTS);
        number("decimated_curves_seconds", watch.lap());
        number("decimated_curves", curves.size());
        number("decimated_points", curves.stream().mapToInt(each -> each.points().size()).sum());
        var exact = new ArrayList<Curve>();
        watch.lap();
        index.exact(query, size.steps() / 2, size.steps() / 2 + 100, exact::add);
        number("exact_ranges_seconds", watch.lap());
    }

    private void memory() {
        number("peak_heap_mib", PeakMemory.heapMib());
        number("peak_rss_mib", PeakMemory.residentMib());
    }

    private double sum(String one, String other) {
        return figures.get(one).getAsDouble() + figures.get(other).getAsDouble();
    }

    private void number(String name, double value) {
        figures.add(name, Numbers.json(value));
    }

    private void number(String name, long value) {
        figures.addProperty(name, value);
    }

    private static long bytes(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw InputException.reading(folder, e);
        }
    }
}
