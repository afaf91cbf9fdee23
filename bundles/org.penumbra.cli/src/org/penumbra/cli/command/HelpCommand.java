// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code penumbra help}. */
@Command(
        name = "help",
        header = "Show what a command does and takes.",
        description = {"", "Without a command, lists all of them.", ""},
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = "  penumbra help run")
public final class HelpCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
    private String command;

    /** A command that prints there. */
    public HelpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var all = spec.parent().commandLine();
        var asked = command == null ? all : all.getSubcommands().get(command);
        if (asked == null) {
            throw new InputException(
                    "There is no command '%s': choose one of %s"
                            .formatted(command, String.join(", ", all.getSubcommands().keySet())));
        }
        console.text(asked.getUsageMessage());
        return ExitCode.DONE;
    }
}
