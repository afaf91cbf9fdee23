// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** The program's name and what all commands share. */
@Command(
        name = "penumbra",
        header = "Research on medical radiance fields: ablation experiments, run and compared.",
        description = {
            "",
            "Without a command the window opens. With one, everything works without a window.",
            ""
        },
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:something failed",
            "  2:wrong arguments or wrong input",
            "130:interrupted"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra plan examples/mednerf-vs-umednerf.penumbra",
            "  penumbra run examples/mednerf-vs-umednerf.penumbra",
            "  penumbra help run"
        })
final class Penumbra implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the release.")
    private boolean version;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
    private boolean verbose;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
