// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.report.Montage;
import org.penumbra.cli.worker.WorkerCall;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra render}. */
@Command(
        name = "render",
        header = "Render new views of a run.",
        description = {
            "",
            "From the run's last checkpoint, on its orbit. Writes views.npy (float32, [views, 1,"
                    + " height, width] in [0, 1]), views.json (the angles) and one PNG per view.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra render MedNeRF/seed=1 --angles 0:355:5 --montage",
            "  penumbra render 4f9a2c --angles 0,45,90 --out views --size 256"
        })
public final class RenderCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "RUN",
            description = "The run's name, its folder, or the beginning of its id.")
    private String run;

    @Mixin private RunsOption runs;

    @Option(
            names = "--angles",
            required = true,
            paramLabel = "ANGLES",
            description = "Azimuths in degrees: FIRST:LAST:STEP or a list between commas.")
    private String angles;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default: ./RUN-FOLDER-views).")
    private Path out;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Pixels a side (default: that of the data).")
    private Integer size;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or cuda:N.")
    private String device;

    @Option(names = "--montage", description = "Write all views into one image, montage.png, too.")
    private boolean montage;

    /** A command that prints there. */
    public RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var folder = runs.find(run).path().toAbsolutePath().normalize();
        var target = out == null ? Path.of(folder.getFileName() + "-views") : out;
        new WorkerCall(console, this::progress).run("render", arguments(folder, target));
        if (montage) {
            Montage.of(target.resolve("views.npy")).write(target.resolve("montage.png"));
        }
        console.line(target.toString());
        return ExitCode.DONE;
    }

    private List<String> arguments(Path folder, Path target) {
        var arguments = new ArrayList<>(List.of(folder.toString(), "--angles", angles));
        arguments.addAll(List.of("--out", target.toAbsolutePath().normalize().toString()));
        if (size != null) {
            arguments.addAll(List.of("--size", size.toString()));
        }
        DeviceOption.add(device, arguments);
        return arguments;
    }

    private void progress(JsonObject line) {
        if (console.terminal() && line.has("view")) {
            int view = line.get("view").getAsInt();
            int views = line.get("views").getAsInt();
            console.text("\rview %d of %d%s".formatted(view, views, view == views ? "\n" : ""));
        }
    }
}
