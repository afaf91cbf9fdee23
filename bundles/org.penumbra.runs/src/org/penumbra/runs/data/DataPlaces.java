// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.data;

import org.penumbra.io.InputException;
import org.penumbra.model.Dataset;
import org.penumbra.model.DrrFolder;
import org.penumbra.model.Experiment;
import org.penumbra.model.Named;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data of an experiment lie on this machine.
 *
 * @param base what the experiment's relative paths start from: the folder of its file
 * @param replacements other data for some datasets, by dataset name
 */
public record DataPlaces(Path base, Map<String, Path> replacements) {
    private static final String VARIABLE = "${data}";

    /**
     * Reads the {@code --data} options.
     *
     * @param experimentFile the experiment's file
     * @param options {@code PATH} for the only dataset, or {@code NAME=PATH}; paths are relative to
     *     the working directory
     * @throws InputException when it is not clear which dataset is meant
     */
    public static DataPlaces of(Experiment experiment, Path experimentFile, List<String> options) {
        var names = experiment.getDatasets().stream().map(Named::getName).toList();
        var replacements = new LinkedHashMap<String, Path>();
        for (var option : options) {
            int equals = option.indexOf('=');
            var name = equals < 0 ? "" : option.substring(0, equals);
            if (names.contains(name)) {
                replacements.put(name, absolute(option.substring(equals + 1)));
            } else {
                replacements.put(only(names, option), absolute(option));
            }
        }
        return new DataPlaces(experimentFile.toAbsolutePath().getParent(), replacements);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static String only(List<String> names, String option) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        if (names.isEmpty()) {
            throw new InputException(
                    "--data %s replaces nothing, as the experiment has no dataset: leave it out, or add a dataset"
                            .formatted(option));
        }
        throw new InputException(
                "--data %s has to say which dataset it replaces: write NAME=PATH with one of %s"
                        .formatted(option, String.join(", ", names)));
    }

    /** The folder of a dataset; empty when it needs none. */
    Optional<Path> of(Dataset dataset) {
        if (replacements.containsKey(dataset.getName())) {
            return Optional.of(replacements.get(dataset.getName()));
        }
        return dataset instanceof DrrFolder folder ? Optional.of(folder(folder)) : Optional.empty();
    }

    private Path folder(DrrFolder dataset) {
        var text = dataset.getFolder();
        if (text.isBlank()) {
            throw new InputException(
                    "The dataset %s names no folder: set datasets/%s/folder or give --data PATH"
                            .formatted(dataset.getName(), dataset.getName()));
        }
        var path =
                text.startsWith(VARIABLE)
                        ? Path.of(variable(dataset.getName()) + text.substring(VARIABLE.length()))
                        : base.resolve(text);
        return path.toAbsolutePath().normalize();
    }

    private static String variable(String dataset) {
        var value = System.getProperty("penumbra.data", System.getenv("PENUMBRA_DATA"));
        if (value == null || value.isBlank()) {
            throw new InputException(
                    "The dataset %s lies in ${data}, which is not set: set the environment variable PENUMBRA_DATA or give --data PATH"
                            .formatted(dataset));
        }
        return value;
    }
}
