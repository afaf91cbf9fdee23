// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonObject;

import org.penumbra.engine.method.TrainingTask;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The smallest training with everything in it, both phases, on a phantom of 16 pixels: what is
 * measured where only the machinery matters.
 */
public final class SmallTraining {
    private static final String RESOURCE = "small.json";
    private static final long SEED = 1;

    private SmallTraining() {}

    /** The settings of its variant. */
    public static JsonObject settings() {
        return read().getAsJsonObject("settings");
    }

    /** Its data, with their fingerprint. */
    public static JsonObject data() {
        var data = read().getAsJsonObject("data");
        data.addProperty("fingerprint", RunData.load(data, Optional.empty()).fingerprint());
        return data;
    }

    /** What a trainer gets. */
    public static TrainingTask task(JsonObject settings, Torch torch) {
        var data = RunData.prepare(data(), Optional.empty());
        return new TrainingTask(
                settings, SEED, data.views(), data.training(), torch, Optional.empty());
    }

    private static JsonObject read() {
        try (var stream = SmallTraining.class.getResourceAsStream(RESOURCE)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Json.parse(text).getAsJsonObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
