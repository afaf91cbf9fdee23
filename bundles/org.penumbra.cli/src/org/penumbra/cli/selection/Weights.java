// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.spec.ExternalSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the user's network weights. The worker reads them; here is only checked that they
 * are there before anything starts.
 *
 * @param folder the absolute folder of {@code --weights}, else of the environment variable {@value
 *     #VARIABLE}; it goes into the run, as the worker may be started again without either
 */
record Weights(Optional<Path> folder) {
    private static final String VARIABLE = "PENUMBRA_WEIGHTS";

    /** By loss: LPIPS v0.1's name of the network, and torchvision's. */
    private static final Map<String, Network> NETWORKS =
            Map.of(
                    "lpips_alex", new Network("alex", "alexnet"),
                    "lpips_vgg", new Network("vgg", "vgg16"),
                    "lpips_squeeze", new Network("squeeze", "squeezenet1_1"));

    private record Network(String lpips, String torchvision) {
        String linear() {
            return "lpips_lin_v0.1_" + lpips + ".npz";
        }

        String features() {
            return torchvision + "_torchvision.npz";
        }

        String halfFeatures() {
            return torchvision + "_torchvision_fp16.npz";
        }
    }

    static Weights of(Optional<Path> named) {
        var folder = named.or(Weights::inherited).map(path -> path.toAbsolutePath().normalize());
        folder.filter(path -> !Files.isDirectory(path))
                .ifPresent(
                        path -> {
                            throw new InputException(
                                    "There is no weights folder %s: correct --weights or %s"
                                            .formatted(path, VARIABLE));
                        });
        return new Weights(folder);
    }

    private static Optional<Path> inherited() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** The run with the folder among its resources. */
    PlannedRun into(PlannedRun run) {
        return folder.map(path -> with(run, path)).orElse(run);
    }

    private static PlannedRun with(PlannedRun run, Path folder) {
        var old = run.description();
        var resources = old.resources().deepCopy();
        resources.addProperty("weights", folder.toString());
        var description =
                new RunDescription(
                        old.id(),
                        old.name(),
                        old.experiment(),
                        old.variant(),
                        old.levels(),
                        old.spec(),
                        old.dataPath(),
                        old.evaluation(),
                        resources);
        return new PlannedRun(run.name(), run.variant(), run.levels(), run.seed(), description);
    }

    /** A sentence for every loss that needs weights that are not there, and how to get them. */
    List<String> missing(List<PlannedRun> runs) {
        var kinds = new LinkedHashMap<String, String>();
        for (var run : runs) {
            if (ExternalSpec.isOne(run.description().spec())) {
                continue;
            }
            losses(run.description().spec().get("settings"))
                    .filter(kind -> !present(NETWORKS.get(kind)))
                    .forEach(kind -> kinds.putIfAbsent(kind, run.variant()));
        }
        return kinds.entrySet().stream().map(one -> missing(one.getValue(), one.getKey())).toList();
    }

    /** The kinds of all loss terms with a weight that need a network, wherever they are. */
    private static Stream<String> losses(JsonElement element) {
        if (!(element instanceof JsonObject object)) {
            return Stream.empty();
        }
        var below = object.asMap().values().stream().flatMap(Weights::losses);
        return Stream.concat(own(object), below);
    }

    private static Stream<String> own(JsonObject object) {
        var isLoss = object.has("kind") && object.has("weight");
        return isLoss && object.get("weight").getAsDouble() > 0
                ? Stream.of(object.get("kind").getAsString()).filter(NETWORKS::containsKey)
                : Stream.empty();
    }

    private boolean present(Network network) {
        return has(network.linear()) && (has(network.features()) || has(network.halfFeatures()));
    }

    private boolean has(String file) {
        return folder.stream()
                .flatMap(Weights::places)
                .anyMatch(place -> Files.isRegularFile(place.resolve(file)));
    }

    /** The folder itself and those directly below. */
    private static Stream<Path> places(Path folder) {
        try (var entries = Files.list(folder)) {
            var below = entries.filter(Files::isDirectory).toList();
            return Stream.concat(Stream.of(folder), below.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String missing(String variant, String kind) {
        var where = folder.map(path -> "not in " + path).orElse("no weights folder is named");
        var network = NETWORKS.get(kind);
        return ("%s uses the loss %s, whose network weights are not there (%s): name a folder that"
                    + " holds %s (LPIPS v0.1) and %s (torchvision) with --weights DIR or %s, or set"
                    + " the loss to ms_ssim or gradient, which need none")
                .formatted(variant, kind, where, network.linear(), network.features(), VARIABLE);
    }
}
