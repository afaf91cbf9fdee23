// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.penumbra.engine.settings.DataSettings;
import org.penumbra.engine.torch.Torch;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.projection.PhantomDrr;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;

/** A run of a few small steps on a phantom of 16 pixels. */
public final class SmallRun {
    private static final String OPTIMISER =
            """
            {"kind": "%s", "learningRate": %s, "alpha": 0.99, "beta1": 0, "beta2": 0.999, \
            "epsilon": 1e-8}\
            """;

    private static final String SETTINGS =
            """
            {
              "fidelity": "code", "iterations": 4, "batchSize": 2, "averaging": 0.9,
              "losses": {
                "perceptual": {"kind": "ms_ssim", "weight": 0.3},
                "pixel": {"kind": "mse", "weight": 1},
                "prior": {"kind": "code_prior", "weight": 0.3}
              },
              "field": {
                "shapeCode": 4, "appearanceCode": 4, "positionFrequencies": 3,
                "directionFrequencies": 1, "layers": 3, "width": 8, "skipAfter": 1
              },
              "camera": {
                "radiusMin": 9.5, "radiusMax": 10.5, "near": 7.5, "far": 12.5,
                "fieldOfView": 10, "azimuthMin": 0, "azimuthMax": 360,
                "polarMin": 70, "polarMax": 85
              },
              "rays": {
                "patchSize": 16, "samples": 6, "perturb": true, "densityNoise": 1,
                "densityNoiseSteps": 3, "scaleMin": 0.25, "scaleMax": 1, "annealing": 0.0025
              },
              "discriminator": {
                "features": 4, "augmentation": "fliprot", "copyWeight": 0.2,
                "labelSmoothing": 0.2, "reconstruction": {"kind": "l1", "weight": 1}
              },
              "generatorOptimiser": %1$s,
              "discriminatorOptimiser": %1$s,
              "schedule": {"milestones": [2], "factor": 0.5},
              "fineTuning": {
                "optimised": "generator_and_code", "iterations": 4, "instance": "", "view": 0,
                "imageSize": 16, "patchSize": 0, "stopPsnr": 0, "azimuthMinimum": 0.1,
                "polar": 77.5, "radius": 10.5,
                "generatorOptimiser": %1$s,
                "codeOptimiser": %2$s,
                "weighting": "uncertainty",
                "uncertainty": {
                  "form": "liebel_koerner", "initialSigma": 1, "learningRate": 0.001
                }
              }
            }
            """
                    .formatted(
                            OPTIMISER.formatted("rmsprop", "5e-4"),
                            OPTIMISER.formatted("adam", "5e-4"));

    private static final String DATA =
            """
            {
              "kind": "phantom", "phantom": "knee", "instances": 2, "imageSize": 16,
              "geometry": {
                "dso": 570, "dsd": 1040, "detectorSize": 350, "views": 8, "startAngle": 0,
                "arc": 360
              },
              "heldOut": ["01:2", "01:5", "02:1"]
            }
            """;

    private SmallRun() {}

    /** The settings of a variant with everything in it. */
    public static JsonObject settings() {
        return Json.parse(SETTINGS).getAsJsonObject();
    }

    /** The data's part of the spec. */
    public static JsonObject data() {
        var data = Json.parse(DATA).getAsJsonObject();
        data.addProperty("fingerprint", views(data).fingerprint());
        return data;
    }

    private static DrrSet views(JsonObject data) {
        var settings = DataSettings.read(data);
        return PhantomDrr.render(
                settings.phantom(), settings.instanceCount(), settings.geometry());
    }

    /** What a trainer gets; one thread, no weights. */
    public static TrainingTask task(JsonObject settings) {
        var data = data();
        var views = views(data);
        var split = DrrSplit.of(DataSettings.read(data).heldOut());
        var torch = Torch.start("cpu", 1, line -> {});
        return new TrainingTask(settings, 1, views, split.training(views), torch, Optional.empty());
    }

    /** A run folder that waits for a worker. */
    public static RunFolder create(Path folder, String method, JsonObject settings) {
        return create(folder, method, settings, data());
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
