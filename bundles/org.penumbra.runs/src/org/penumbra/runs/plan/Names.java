// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.runs.spec.ShortPath;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of runs and of their folders. */
public final class Names {
    private static final int LONGEST = 100;
    private static final int HASH = 8;

    private Names() {}

    /** The name of a run: {@code variant/levels/seed=N}, without empty levels. */
    public static String run(String variant, String levels, long seed) {
        return levels.isEmpty()
                ? "%s/seed=%d".formatted(variant, seed)
                : "%s/%s/seed=%d".formatted(variant, levels, seed);
    }

    /** {@code weight=0.3,samples=64}, with as much of each path as tells the factors apart. */
    public static String levels(Map<String, String> levels, List<String> allPaths) {
        return levels.entrySet().stream()
                .map(level -> factor(level.getKey(), allPaths) + "=" + plain(level.getValue()))
                .collect(Collectors.joining(","));
    }

    /** A slash or comma in a value would read as the end of the level, nothing as a mistake. */
    private static String plain(String value) {
        return value.isEmpty()
                ? "none"
                : value.replace('/', '_').replace(',', '+').replace(' ', '_');
    }

    private static String factor(String path, List<String> paths) {
        var segments = List.of(ShortPath.of(path).split("/"));
        var allPaths = paths.stream().map(ShortPath::of).toList();
        for (int length = 1; length < segments.size(); length++) {
            var tail = segments.subList(segments.size() - length, segments.size());
            var suffix = "/" + String.join("/", tail);
            if (allPaths.stream().filter(other -> ("/" + other).endsWith(suffix)).count() <= 1) {
                return String.join(".", tail);
            }
        }
        return String.join(".", segments);
    }

    static String folder(PlannedRun run) {
        var name = run.name();
        int seed = name.lastIndexOf("/seed=");
        var readable = seed < 0 ? name : name.substring(0, seed);
        var safe = readable.replaceAll("[^A-Za-z0-9._=+-]+", "-").replaceFirst("^[.-]+", "");
        var cut = safe.substring(0, Math.min(LONGEST, safe.length()));
        return "%s-s%d-%s".formatted(cut, run.seed(), run.id().substring(0, HASH));
    }
}
