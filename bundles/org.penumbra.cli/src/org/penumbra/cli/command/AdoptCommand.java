// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.io.json.Yaml;
import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.foreign.Adoption;
import org.penumbra.runs.foreign.ForeignRun;
import org.penumbra.runs.foreign.Pairs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code penumbra adopt}. */
@Command(
        name = "adopt",
        header = "Make a finished run of another program a run like any other.",
        description = {
            "",
            "Reads a folder with TensorBoard event files, and the images below it, and writes a run"
                + " folder with curves, renders and figures, for comparisons and the window. The"
                + " folder itself is only read. A run that was adopted before is recognised by its"
                + " content. Curves have the names of their tags; where event files lie in several"
                + " folders, those of each have its name before them.",
            "",
            "An image pattern says where the step stands in a file's path, and perhaps the view,"
                    + " the angle in degrees and the instance: imgs/rgb/{step}.png or"
                    + " out/{step}/view-{view}.png; * stands for any text within a name, ** for any"
                    + " folders.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra adopt results/knee --name MedNeRF-official --images 'imgs/rgb/{step}.png'",
            "  penumbra adopt logs/chest_50 --name NAF --metric psnr_3d=eval/psnr_3d --seed 1"
        })
public final class AdoptCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FOLDER", description = "The folder of the finished run.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "VARIANT",
            required = true,
            description = "What the run is called in comparisons.")
    private String name;

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            defaultValue = "adopted",
            description = "The experiment that it belongs to (default: ${DEFAULT-VALUE}).")
    private String experiment;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed that it was made with (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--images", paramLabel = "PATTERN", description = "The pattern of its images.")
    private String images;

    @Option(
            names = "--metric",
            paramLabel = "METRIC=TAG",
            description =
                    "A final figure: the last value of a curve, such as psnr=eval/psnr; may be"
                            + " given several times.")
    private List<String> metrics = List.of();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "A YAML or JSON file with what the program was told.")
    private Path parameters;

    @Mixin private RunsOption runs;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public AdoptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var adopted = Adoption.adopt(source(), runs.folder().toAbsolutePath().normalize());
        adopted.warnings().forEach(console::warn);
        console.line(json ? Json.pretty(json(adopted)) : sentence(adopted));
        return ExitCode.DONE;
    }

    private ForeignRun source() {
        if (name.isBlank() || seed < 0) {
            throw new InputException(
                    name.isBlank()
                            ? "--name is empty: say what the run is called in comparisons"
                            : "--seed is %d: give 0 or more".formatted(seed));
        }
        return new ForeignRun(
                folder.toAbsolutePath().normalize(),
                name.strip(),
                experiment,
                seed,
                Optional.ofNullable(images).map(ImagePattern::parse),
                Pairs.of(metrics),
                parameters());
    }

    private JsonObject parameters() {
        if (parameters == null) {
            return new JsonObject();
        }
        JsonElement tree =
                parameters.toString().endsWith(".json")
                        ? Json.parse(parameters)
                        : Yaml.parse(parameters);
        if (tree instanceof JsonObject object) {
            return object;
        }
        throw new InputException(
                "%s holds no names with values: name the file with the program's settings"
                        .formatted(parameters));
    }

    private static String sentence(Adoption.Adopted adopted) {
        return "%s: %d curves, renders of %d steps"
                .formatted(
                        adopted.run().path(),
                        adopted.curves(),
                        adopted.run().renders().steps().size());
    }

    private static JsonObject json(Adoption.Adopted adopted) {
        var json = new JsonObject();
        json.addProperty("id", adopted.run().description().id());
        json.addProperty("name", adopted.run().description().name());
        json.addProperty("folder", adopted.run().path().toString());
        json.addProperty("curves", adopted.curves());
        json.addProperty("renders", adopted.run().renders().steps().size());
        return json;
    }
}
