// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.foreign.StepImages.Found;
import org.penumbra.runs.renders.Renders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Turns another program's image files into renders, all views of a step together. Images that are
 * not square are filled up with black on the right or below; grey values stay in [0, 1].
 *
 * <p>While the program works, a step is taken when its files have not changed between two looks.
 * Only as many of the newest steps are read as are kept.
 */
public final class ImageCollector {
    private final Path folder;
    private final ImagePattern pattern;
    private final Renders renders;
    private final int keep;
    private final Consumer<String> warnings;
    private final Map<Long, String> seen = new HashMap<>();
    private final Map<Long, String> taken = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /**
     * @param folder where the files are; it may come later
     * @param pattern their names below it
     * @param renders where they go
     * @param keep how many steps are kept there
     * @param warnings takes a sentence for every image that cannot be used, once
     */
    public ImageCollector(
            Path folder,
            ImagePattern pattern,
            Renders renders,
            int keep,
            Consumer<String> warnings) {
        this.folder = folder;
        this.pattern = pattern;
        this.renders = renders;
        this.keep = Math.max(1, keep);
        this.warnings = warnings;
    }

    /** Takes what is complete, while the program is at work. */
    public void poll() {
        steps().forEach((step, files) -> look(step, files, false));
    }

    /** Takes whatever is there, when the program has ended. */
    public void finish() {
        steps().forEach((step, files) -> look(step, files, true));
    }

    private Map<Long, List<Found>> steps() {
        var steps = new TreeMap<Long, List<Found>>();
        for (var entry : FileTree.of(folder, folder.resolve(pattern.folder()))) {
            pattern.match(entry.name())
                    .ifPresent(
                            place ->
                                    steps.computeIfAbsent(place.step(), key -> new ArrayList<>())
                                            .add(new Found(entry, place)));
        }
        while (steps.size() > keep) {
            steps.pollFirstEntry();
        }
        return steps;
    }

    private void look(long step, List<Found> files, boolean last) {
        var state = state(files);
        var before = seen.put(step, state);
        if ((last || state.equals(before)) && !state.equals(taken.get(step))) {
            taken.put(step, state);
            new StepImages(this::warn).save(step, files, renders);
        }
    }

    private void warn(String sentence) {
        if (said.add(sentence)) {
            warnings.accept(sentence);
        }
    }

    private static String state(List<Found> files) {
        return files.stream()
                .map(Found::entry)
                .map(one -> one.name() + one.facts().size() + one.facts().lastModifiedTime())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
