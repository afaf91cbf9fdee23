// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

import org.penumbra.cli.command.AdoptCommand;
import org.penumbra.cli.command.BenchCommand;
import org.penumbra.cli.command.BranchCommand;
import org.penumbra.cli.command.CancelCommand;
import org.penumbra.cli.command.CompareCommand;
import org.penumbra.cli.command.CurvesCommand;
import org.penumbra.cli.command.DoctorCommand;
import org.penumbra.cli.command.HelpCommand;
import org.penumbra.cli.command.NoteCommand;
import org.penumbra.cli.command.PauseCommand;
import org.penumbra.cli.command.PlanCommand;
import org.penumbra.cli.command.QueueCommand;
import org.penumbra.cli.command.ReindexCommand;
import org.penumbra.cli.command.RenderCommand;
import org.penumbra.cli.command.ResumeCommand;
import org.penumbra.cli.command.RetryCommand;
import org.penumbra.cli.command.RmCommand;
import org.penumbra.cli.command.RunCommand;
import org.penumbra.cli.command.RunsCommand;
import org.penumbra.cli.command.SchedulerCommand;
import org.penumbra.cli.command.ShowCommand;
import org.penumbra.cli.command.TagCommand;
import org.penumbra.cli.command.WorkerCommand;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.util.Arrays;
import java.util.stream.Stream;

/** Penumbra without a window. */
public final class Main {
    private static final int WIDTH = 100;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Console.system(verbose(arguments)), arguments));
    }

    /** Whether somebody wants to see where errors come from, even those about the arguments. */
    private static boolean verbose(String[] arguments) {
        return Arrays.asList(arguments).contains("--verbose");
    }

    /**
     * Runs a command.
     *
     * @param console where it prints to
     * @param arguments the command's name and what follows it
     * @return an {@link ExitCode}
     */
    public static int run(Console console, String... arguments) {
        var line = new CommandLine(new Penumbra());
        commands(console).forEach(line::addSubcommand);
        var failures = new Failures(console);
        return line.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(arguments);
    }

    private static Stream<Object> commands(Console console) {
        return Stream.of(
                new RunCommand(console),
                new PlanCommand(console),
                new RunsCommand(console),
                new ShowCommand(console),
                new CompareCommand(console),
                new CurvesCommand(console),
                new ReindexCommand(console),
                new RenderCommand(console),
                new AdoptCommand(console),
                new DoctorCommand(console),
                new BenchCommand(console),
                new BranchCommand(console),
                new TagCommand(console),
                new NoteCommand(console),
                new RmCommand(console),
                new PauseCommand(console),
                new ResumeCommand(console),
                new CancelCommand(console),
                new RetryCommand(console),
                new QueueCommand(console),
                new WorkerCommand(console),
                new SchedulerCommand(),
                new HelpCommand(console));
    }
}
