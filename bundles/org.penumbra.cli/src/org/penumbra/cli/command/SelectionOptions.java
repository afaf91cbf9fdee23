// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.selection.Request;
import org.penumbra.cli.selection.Selection;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which runs are meant, for {@code run} and {@code plan} alike. */
final class SelectionOptions {
    @Parameters(paramLabel = "FILE", description = "The experiment, a .penumbra file.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "[NAME=]PATH",
            description = {
                "Other data in the place of the dataset NAME (or of the only one); their kind is"
                    + " told from their content. The image size stays. Held out are the dataset's"
                    + " held-out views as far as the data have them, else every ninth view of the"
                    + " instance that is fine-tuned, from view 4."
            })
    private List<String> data = List.of();

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description = "Only the runs with such names, as variant/level/seed=N.")
    private String only;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Another value of a setting, such as variants/*/iterations=300.")
    private List<String> settings = List.of();

    @Option(names = "--seeds", paramLabel = "N,...", description = "Other seeds, such as 1,2,3.")
    private String seeds;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The runs folder (default: ./${DEFAULT-VALUE}).")
    private Path runs;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description =
                    "The folder of network weights that LPIPS losses need (default: the environment"
                            + " variable PENUMBRA_WEIGHTS).")
    private Path weights;

    @Option(
            names = "--code",
            paramLabel = "DIR",
            description =
                    "What $${code} stands for in the working folders of programs of your own"
                            + " (default: the environment variable PENUMBRA_CODE).")
    private Path code;

    Path runs() {
        return runs;
    }

    /**
     * @param device another device; empty for the experiment's own
     */
    Selection select(Optional<String> device) {
        return Selection.of(
                new Request(
                        file,
                        data,
                        Optional.ofNullable(only),
                        settings,
                        Optional.ofNullable(seeds),
                        device,
                        Optional.ofNullable(weights),
                        Optional.ofNullable(code)));
    }
}
