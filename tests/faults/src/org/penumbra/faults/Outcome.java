// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.penumbra.io.files.Sha256;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.results.ViewScore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a finished run leaves and that no fault may change.
 *
 * @param step the step of the last checkpoint
 * @param weights the checksums of its safetensors files: networks, averages, optimisers
 * @param curves every curve's steps with their values, each step once; of speed and memory, which
 *     are never the same twice, the steps only
 * @param views the scores of every view
 */
record Outcome(
        long step,
        Map<String, String> weights,
        Map<String, List<String>> curves,
        List<ViewScore> views) {

    /** What a run that has finished left. */
    static Outcome of(RunFolder run) {
        assertEquals(RunState.FINISHED, run.status().state(), () -> run.status().toString());
        assertEquals(List.of(), run.checkpoints().damage());
        var last = run.checkpoints().latest().orElseThrow();
        var curves = new TreeMap<String, List<String>>();
        Curves.read(run).forEach((tag, points) -> curves.put(tag, points(tag, points)));
        var views = run.results().orElseThrow().views();
        return new Outcome(last.step(), weights(last.path()), curves, views);
    }

    /** Says what differs, and not only that something does. */
    void assertSame(Outcome other) {
        assertEquals(step, other.step);
        assertEquals(curves.keySet(), other.curves.keySet());
        curves.forEach((tag, points) -> assertEquals(points, other.curves.get(tag), tag));
        assertEquals(views, other.views);
        assertEquals(weights, other.weights);
    }

    private static Map<String, String> weights(Path checkpoint) {
        try (var files = Files.list(checkpoint)) {
            var sums = new TreeMap<String, String>();
            files.filter(file -> file.toString().endsWith(".safetensors"))
                    .forEach(file -> sums.put(file.getFileName().toString(), Sha256.of(file)));
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> points(String tag, List<Point> points) {
        var measured = tag.startsWith("speed/") || tag.startsWith("memory/");
        return points.stream()
                .map(point -> point.step() + (measured ? "" : ": " + point.value()))
                .toList();
    }
}
