// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.engine.checkpoint.RunCheckpoints;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.io.numpy.Npy;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code render RUN --angles 0:355:5 --out DIR [--size N] [--device D]}: new views of a run from
 * its last checkpoint. Writes {@code views.npy} ({@code [views, 1, size, size]}, float32), {@code
 * views.json} (the azimuths) and {@code view-NNNN.png} for each.
 */
final class RenderVerb implements Verb {
    @Override
    public int run(List<String> arguments) {
        var options = Options.parse(arguments, "--angles", "--out", "--size", "--device");
        if (options.words().size() != 1) {
            throw new InputException("The worker's render takes one run folder.");
        }
        var angles = Angles.parse(options.required("--angles"));
        var out = Path.of(options.required("--out"));
        var folder = RunFolder.open(Path.of(options.words().getFirst()));
        var resources = ResourceSettings.read(folder.description().resources());
        var device = options.get("--device").orElse(resources.device());
        var torch = Torch.start(device, resources.threads(), RenderVerb::tell);
        var preparation = Preparation.of(folder.description(), resources, torch);
        try (var trainer = preparation.trainer()) {
            restore(folder, trainer);
            var size = options.whole("--size", 1).orElse(preparation.data().views().imageSize());
            write(out, angles, size, trainer);
        }
        return 0;
    }

    private static void restore(RunFolder folder, Trainer trainer) {
        if (folder.checkpoints().latest().isEmpty()) {
            throw new InputException(
                    "The run " + folder.path() + " has no checkpoint yet; let it train first.");
        }
        new RunCheckpoints(folder.checkpoints())
                .restore(trainer, damage -> Output.line(Map.of("message", damage)));
    }

    private static void write(Path out, double[] angles, int size, Trainer trainer) {
        create(out);
        var area = size * size;
        var pixels = new float[angles.length * area];
        for (int i = 0; i < angles.length; i++) {
            var view = trainer.render(angles[i], size);
            System.arraycopy(view, 0, pixels, i * area, area);
            GreyPng.write(out.resolve("view-%04d.png".formatted(i)), size, view);
            Output.line(Map.of("view", i + 1, "views", angles.length, "azimuth", angles[i]));
        }
        Npy.write(out.resolve("views.npy"), new int[] {angles.length, 1, size, size}, pixels);
        Json.write(out.resolve("views.json"), describe(angles, size, trainer));
        Output.line(Map.of("out", out.toString(), "views", angles.length, "size", size));
    }

    private static JsonObject describe(double[] angles, int size, Trainer trainer) {
        var azimuths = new JsonArray();
        Arrays.stream(angles).forEach(azimuths::add);
        var json = new JsonObject();
        json.addProperty("instance", trainer.fittedViews().getFirst().instance());
        json.addProperty("step", trainer.step());
        json.addProperty("size", size);
        json.add("azimuthDegrees", azimuths);
        return json;
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void tell(String line) {
        Output.line(Map.of("message", line));
    }
}
