// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run may use and keep. Not part of a run's identity, so absent settings take the model's
 * defaults.
 *
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param threads computing threads; 0: as many as there are processors
 * @param checkpointEvery steps between checkpoints; 0: only at pause and at the end
 * @param checkpointMinutes minutes without a checkpoint after which one is due; 0: no matter
 * @param keepCheckpoints how many are kept
 * @param renderEvery steps between renderings; 0: only at the end
 * @param keepRenders how many are kept
 * @param weights the folder of the user's network weights, where named
 */
public record ResourceSettings(
        String device,
        int threads,
        int checkpointEvery,
        int checkpointMinutes,
        int keepCheckpoints,
        int renderEvery,
        int keepRenders,
        Optional<Path> weights) {
    /** Reads the {@code resources} object of a run description. */
    public static ResourceSettings read(JsonObject json) {
        var node = new SettingsNode("resources", json);
        return new ResourceSettings(
                json.has("device") ? node.text("device") : "auto",
                whole(node, "threads", 0, 0),
                whole(node, "checkpointEvery", 1000, 0),
                whole(node, "checkpointMinutes", 10, 0),
                whole(node, "keepCheckpoints", 2, 1),
                whole(node, "renderEvery", 0, 0),
                whole(node, "keepRenders", 5, 1),
                json.has("weights")
                        ? Optional.of(Path.of(node.text("weights")))
                        : fromEnvironment());
    }

    /** The same on another device. */
    public ResourceSettings on(String other) {
        return new ResourceSettings(
                other,
                threads,
                checkpointEvery,
                checkpointMinutes,
                keepCheckpoints,
                renderEvery,
                keepRenders,
                weights);
    }

    private static Optional<Path> fromEnvironment() {
        return Optional.ofNullable(System.getenv("PENUMBRA_WEIGHTS")).map(Path::of);
    }

    private static int whole(SettingsNode node, String name, int otherwise, int least) {
        return node.json().has(name) ? node.integer(name, least) : otherwise;
    }
}
