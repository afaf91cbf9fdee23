// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The example at sizes at which a run takes seconds, with its runs in a folder of the test's own.
 */
public record Study(Penumbra penumbra, Path runs) {

    /** A study in an empty folder. */
    public static Study in(Path folder) {
        return new Study(new Penumbra(folder), folder.resolve("runs"));
    }

    /** The arguments of a small run of both variants, and what else the test wants. */
    public Object[] arguments(Object... more) {
        var all = new ArrayList<Object>();
        all.add("run");
        all.add(Penumbra.example("mednerf-vs-umednerf.penumbra"));
        all.addAll(List.of("--runs", runs));
        if (!List.of(more).contains("--seeds")) {
            all.addAll(List.of("--seeds", "1"));
        }
        for (var setting : SMALL) {
            all.addAll(List.of("--set", setting));
        }
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Runs the study to its end. */
    public Penumbra.Ended run(Object... more) {
        return penumbra.run(arguments(more));
    }

    private static final List<String> SMALL =
            List.of(
                    "dataset/imageSize=32",
                    "variants/*/iterations=4",
                    "variants/*/field/width=16",
                    "variants/*/field/layers=3",
                    "variants/*/field/skipAfter=1",
                    "variants/*/rays/samples=8",
                    "variants/*/rays/patchSize=16",
                    "variants/*/fineTuning/iterations=8",
                    "variants/*/fineTuning/imageSize=32",
                    "variants/*/fineTuning/patchSize=16");
}
