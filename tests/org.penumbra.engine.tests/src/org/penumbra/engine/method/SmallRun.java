// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

import com.google.gson.JsonObject;

import org.penumbra.engine.torch.Torch;
import org.penumbra.engine.worker.SmallTraining;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runs of the smallest training. */
public final class SmallRun {
    private SmallRun() {}

    /** What a trainer gets; one thread, no weights. */
    public static TrainingTask task(JsonObject settings) {
        return SmallTraining.task(settings, Torch.start("cpu", 1, line -> {}));
    }

    /** A run folder that waits for a worker. */
    public static RunFolder create(Path folder, String method, JsonObject settings) {
        return create(folder, method, settings, SmallTraining.data());
    }

    /** A run folder over other data. */
    public static RunFolder create(
            Path folder, String method, JsonObject settings, JsonObject data) {
        var spec = new JsonObject();
        spec.addProperty("format", 1);
        var named = new JsonObject();
        named.addProperty("name", method);
        named.addProperty("version", 1);
        spec.add("method", named);
        spec.add("settings", settings);
        spec.add("data", data);
        spec.addProperty("seed", 1);
        var description =
                new RunDescription(
                        CanonicalJson.sha256(spec),
                        method + "/seed=1",
                        "small",
                        method,
                        Map.of(),
                        spec,
                        Optional.empty(),
                        object("{\"profile\": \"mednerf\", \"every\": 2}"),
                        object(
                                """
                                {"device": "cpu", "threads": 1, "checkpointEvery": 3, \
                                "keepCheckpoints": 9, "renderEvery": 2, "keepRenders": 2}\
                                """));
        return RunFolder.create(folder, description);
    }

    private static JsonObject object(String text) {
        return Json.parse(text).getAsJsonObject();
    }
}
