// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonArray;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.doctor.Check;
import org.penumbra.cli.doctor.Engine;
import org.penumbra.cli.doctor.Machine;
import org.penumbra.cli.selection.Device;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code penumbra doctor}. */
@Command(
        name = "doctor",
        header = "Check what works on this machine.",
        description = {
            "",
            "Java, display, GTK, disk space, the runs folder; then the engine on the device:"
                + " whether it starts, and whether the original implementations' numbers and the"
                + " gradients come out. Exit code 1 when something is broken; what is missing and"
                + " needed by some uses only does not count.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  penumbra doctor", "  penumbra doctor --device cuda:0"})
public final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private RunsOption runs;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or cuda:N.")
    private String device;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var named = Optional.ofNullable(device).map(Device::checked);
        var checks = new ArrayList<>(new Machine(System.getenv(), runs.folder()).checks());
        checks.addAll(Engine.checks(console, named));
        console.line(json ? Json.pretty(array(checks)) : text(checks));
        return checks.stream().anyMatch(Check::isBroken) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String text(List<Check> checks) {
        return String.join("\n", checks.stream().map(Check::line).toList());
    }

    private static JsonArray array(List<Check> checks) {
        var array = new JsonArray();
        checks.forEach(check -> array.add(check.toJson()));
        return array;
    }
}
