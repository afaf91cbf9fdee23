// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.model.paths.Nearest;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.results.Results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a finished run of this program's own form out of a foreign one: curves, renders, figures,
 * parameters. The source is only read; the run folder appears whole or not at all.
 */
public final class Adoption {
    private static final int KEPT_RENDERS = 5;

    private final ForeignRun source;
    private final Path runs;
    private final List<String> warnings = new ArrayList<>();
    private int curves;

    private Adoption(ForeignRun source, Path runs) {
        this.source = source;
        this.runs = runs;
    }

    /**
     * What came of it.
     *
     * @param run the new run folder
     * @param curves how many curves it has
     * @param warnings sentences about what could not be read
     */
    public record Adopted(RunFolder run, int curves, List<String> warnings) {}

    /**
     * Adopts a run.
     *
     * @param source the foreign run
     * @param runs the runs folder, made when missing
     * @throws InputException when there is nothing to adopt, it was adopted before, or a metric has
     *     no curve
     */
    public static Adopted adopt(ForeignRun source, Path runs) {
        return new Adoption(source, runs).run();
    }

    private Adopted run() {
        var fingerprint = source.fingerprint();
        refuseSecond(fingerprint);
        var description = source.description(fingerprint);
        var planned =
                new PlannedRun(
                        description.name(),
                        description.variant(),
                        Map.of(),
                        description.seed(),
                        description);
        var target = runs.resolve(planned.folderName());
        // One folder deeper than runs are looked for, so that half a run is never seen.
        var nursery = runs.resolve(".adopting-" + ProcessHandle.current().pid());
        var made = RunFolder.create(nursery.resolve(planned.folderName()), description);
        try {
            fill(made);
            Files.move(made.path(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw JsonFile.unwritable(target, new UncheckedIOException(e));
        } finally {
            clear(nursery);
        }
        return new Adopted(RunFolder.open(target), curves, List.copyOf(warnings));
    }

    private static void clear(Path nursery) {
        AtomicFolder.delete(nursery);
    }

    private void refuseSecond(String fingerprint) {
        if (!Files.isDirectory(runs)) {
            return;
        }
        for (var run : RunsFolder.read(runs).runs()) {
            var content = run.description().spec().get("content");
            if (content != null && content.getAsString().equals(fingerprint)) {
                throw new InputException(
                        "%s was adopted before, as %s: remove that run to adopt it anew"
                                .formatted(source.folder(), run.path()));
            }
        }
    }

    private void fill(RunFolder run) {
        var attempt = run.newAttempt();
        var last = curves(attempt);
        var results = results(last);
        images(run);
        run.results(results);
        attempt.environment(origin());
        JsonFile.text(
                attempt.log(),
                "%s Adopted from %s.\n%s"
                        .formatted(
                                Instant.now(),
                                source.folder(),
                                String.join("", warnings.stream().map(w -> w + "\n").toList())));
        run.status(finished(results.steps()));
    }

    private Map<String, Point> curves(Attempt attempt) {
        try (var follower =
                new EventFollower(events(), Map.of(), Map.of(), Map.of(), attempt::openEvents)) {
            var any = false;
            while (follower.poll()) {
                any = true;
            }
            warnings.addAll(follower.damage());
            if (follower.last().isEmpty()) {
                throw new InputException(nothing(any));
            }
            curves = follower.last().size();
            return follower.last();
        }
    }

    private Path events() {
        return EventFile.common(source.folder(), EventFile.below(source.folder()));
    }

    private String nothing(boolean any) {
        return !any && !warnings.isEmpty()
                ? "The event files in %s are damaged from the start (%s): copy them again"
                        .formatted(source.folder(), warnings.getFirst().replaceFirst("\\.$", ""))
                : "The event files in %s hold no scalar curve: name the folder of a run that has logged some"
                        .formatted(source.folder());
    }

    private Results results(Map<String, Point> last) {
        var metrics = new LinkedHashMap<String, Double>();
        source.metrics().forEach((metric, tag) -> metrics.put(metric, value(last, tag)));
        var times = last.values().stream().mapToDouble(Point::wallTime);
        metrics.putIfAbsent("seconds", seconds(times.max().orElse(Double.NaN)));
        long steps = last.values().stream().mapToLong(Point::step).max().orElse(0);
        return new Results(ForeignRun.PROFILE, steps, metrics, List.of(), Map.of());
    }

    private static double value(Map<String, Point> last, String tag) {
        var point = last.get(tag);
        if (point == null) {
            throw new InputException(
                    "There is no curve %s: the nearest are %s"
                            .formatted(tag, String.join(", ", Nearest.of(tag, last.keySet()))));
        }
        return point.value();
    }

    /** From the time in the name of the first file to the last value. */
    private double seconds(double end) {
        var begin = EventFile.below(source.folder()).getFirst().time();
        return Math.max(0, end - begin);
    }

    private void images(RunFolder run) {
        source.images()
                .ifPresent(
                        pattern -> {
                            new ImageCollector(
                                            source.folder(),
                                            pattern,
                                            run.renders(),
                                            KEPT_RENDERS,
                                            warnings::add)
                                    .finish();
                            if (run.renders().steps().isEmpty()) {
                                warnings.add(
                                        "No readable image in %s fits the pattern %s"
                                                .formatted(source.folder(), pattern));
                            }
                        });
    }

    private JsonObject origin() {
        var facts = new JsonObject();
        facts.addProperty("adoptedFrom", source.folder().toString());
        facts.addProperty("adopted", Instant.now().toString());
        facts.addProperty("files", source.files().size());
        return facts;
    }

    private static RunStatus finished(long steps) {
        var ended = RunStatus.of(RunState.FINISHED, "");
        return new RunStatus(
                ended.state(), "", steps, steps, 0, "", 0, ended.host(), ended.heartbeat());
    }
}
