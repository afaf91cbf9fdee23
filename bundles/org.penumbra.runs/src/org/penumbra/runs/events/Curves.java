// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The curves of a run over all its attempts, every step once: where an attempt went back to an
 * earlier step, what was written before at that step and later is dropped, as TensorBoard does it.
 *
 * @param byTag the points of every curve by rising step
 * @param damage one sentence for every damaged file; the points before the damage are there
 */
public record Curves(Map<String, List<Point>> byTag, List<String> damage) {

    /** The curves of a run by tag. */
    public static Map<String, List<Point>> read(RunFolder run) {
        return of(run).byTag();
    }

    /** The curves of a run, with what could not be read. */
    public static Curves of(RunFolder run) {
        return of(run.attempts().stream().map(Attempt::events).flatMap(List::stream).toList());
    }

    /**
     * The curves that several event files make together.
     *
     * @param files in the order of their attempts
     */
    public static Curves of(List<Path> files) {
        var merge = new Merge();
        var damage = new ArrayList<String>();
        for (var file : files) {
            EventReader.read(file, merge::add).ifPresent(damage::add);
        }
        return new Curves(merge.points(), List.copyOf(damage));
    }

    private static final class Merge {
        private final Map<String, TreeMap<Long, Point>> tags = new LinkedHashMap<>();

        void add(Event event) {
            switch (event.content()) {
                case Event.SessionStart start -> supersede(event.step());
                case Event.Scalars(var values) -> values.forEach(value -> add(event, value));
                case Event.FileVersion version -> {}
                case Event.Other other -> {}
            }
        }

        private void supersede(long from) {
            tags.values().forEach(points -> points.tailMap(from, true).clear());
        }

        private void add(Event event, Event.Scalar value) {
            tags.computeIfAbsent(value.tag(), tag -> new TreeMap<>())
                    .put(event.step(), new Point(event.step(), value.value(), event.wallTime()));
        }

        Map<String, List<Point>> points() {
            var points = new LinkedHashMap<String, List<Point>>();
            tags.forEach((tag, byStep) -> points.put(tag, List.copyOf(byStep.values())));
            points.values().removeIf(List::isEmpty);
            return points;
        }
    }
}
