// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The curves of a branched run with those of its ancestors before them, every step once. */
public final class AncestralCurves {
    private final Map<String, TreeMap<Long, Point>> tags = new LinkedHashMap<>();
    private final List<String> damage = new ArrayList<>();

    private AncestralCurves() {}

    /**
     * The curves from the first step of the oldest ancestor that is still there. An ancestor's
     * points count up to the step that was branched from.
     *
     * @return also one sentence for every ancestor that was removed
     */
    public static Curves of(RunFolder run) {
        var curves = new AncestralCurves();
        for (var link : Lineage.of(run).links().reversed()) {
            link.run()
                    .ifPresentOrElse(
                            ancestor -> curves.add(Curves.of(ancestor), link.ancestor().step()),
                            () -> curves.missing(link));
        }
        curves.add(Curves.of(run), Long.MAX_VALUE);
        return curves.merged();
    }

    private void missing(Lineage.Link link) {
        damage.add("The curves of %s are not there".formatted(link.text()));
    }

    private void add(Curves curves, long last) {
        damage.addAll(curves.damage());
        curves.byTag()
                .forEach(
                        (tag, points) ->
                                points.stream()
                                        .filter(point -> point.step() <= last)
                                        .forEach(point -> put(tag, point)));
    }

    private void put(String tag, Point point) {
        tags.computeIfAbsent(tag, _ -> new TreeMap<>()).put(point.step(), point);
    }

    private Curves merged() {
        var merged = new LinkedHashMap<String, List<Point>>();
        tags.forEach((tag, points) -> merged.put(tag, List.copyOf(points.values())));
        return new Curves(merged, List.copyOf(damage));
    }
}
