// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.results.ViewScore;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Experiments, images and runs to use the command line on. */
final class Samples {
    /** The size of the images of the example. */
    static final int SIZE = 64;

    private Samples() {}

    /** The example that the product is shown with. */
    static Path example() {
        return root().resolve("examples/mednerf-vs-umednerf.penumbra");
    }

    /** The example with an ablation. */
    static Path ablation() {
        return root().resolve("examples/ablation-loss-weights.penumbra");
    }

    /** The example with a program of its own. */
    static Path external() {
        return root().resolve("examples/external-method.penumbra");
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("examples")))
                .findFirst()
                .orElseThrow();
    }

    /** A copy of an example with another text at one place. */
    static Path changed(Path example, Path folder, String text, String other) {
        try {
            var content = Files.readString(example);
            if (!content.contains(text)) {
                throw new AssertionError(example + " does not hold " + text);
            }
            return Files.writeString(
                    folder.resolve("changed.penumbra"), content.replaceFirst(quoted(text), other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }

    /** A folder of grey images in MedNeRF's layout. */
    static Path images(Path folder, String instance, int views, int size) {
        try {
            Files.createDirectories(folder);
            for (int view = 0; view < views; view++) {
                image(folder.resolve("%s_xray%04d.png".formatted(instance, view)), size, view);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void image(Path file, int size, int grey) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size; i++) {
            image.getRaster().setSample(i, i, 0, 255 - grey);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** A run that has finished with these figures, next to the model-free ones. */
    static RunFolder finished(Path runs, String variant, long seed, Map<String, Double> metrics) {
        var run = planned(runs, variant, seed);
        var views =
                List.of(
                        new ViewScore(
                                ViewKey.parse("01:0"), ViewScore.FINE_TUNED, Map.of("psnr", 26.5)),
                        new ViewScore(
                                ViewKey.parse("01:7"), ViewScore.HELD_OUT, Map.of("psnr", 19.25)));
        var baselines =
                Map.of("mean-image", Map.of("psnr", 15.5), "nearest-view", Map.of("psnr", 17.5));
        run.results(new Results("mednerf", 900, metrics, views, baselines));
        run.status(RunStatus.of(RunState.FINISHED, ""));
        return run;
    }

    /** A run that was not started. */
    static RunFolder planned(Path runs, String variant, long seed) {
        var spec = new JsonObject();
        spec.addProperty("format", 1);
        spec.add("method", Json.parse("{\"name\":\"%s\",\"version\":1}".formatted(variant)));
        spec.add("settings", Json.parse("{\"iterations\":600,\"batchSize\":2}"));
        spec.add(
                "data", Json.parse("{\"kind\":\"phantom\",\"phantom\":\"knee\",\"imageSize\":64}"));
        spec.addProperty("seed", seed);
        var name = variant + "/seed=" + seed;
        var description =
                new RunDescription(
                        CanonicalJson.sha256(spec),
                        name,
                        "sample",
                        variant,
                        Map.of(),
                        spec,
                        Optional.empty(),
                        Json.parse("{\"profile\":\"mednerf\",\"baseline\":\"MedNeRF\"}")
                                .getAsJsonObject(),
                        new JsonObject());
        return RunFolder.create(runs.resolve(variant + "-s" + seed), description);
    }
}
