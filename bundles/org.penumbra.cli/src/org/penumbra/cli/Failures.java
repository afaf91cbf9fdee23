// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

import org.penumbra.cli.selection.InvalidExperiment;
import org.penumbra.io.InputException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns whatever goes wrong into one sentence and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        console.error("%s; `%s --help` shows what it takes".formatted(sentence(wrong), name));
        trace(wrong);
        return ExitCode.WRONG_INPUT;
    }

    private static String sentence(ParameterException wrong) {
        var commands = wrong.getCommandLine().getSubcommands().keySet();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !commands.isEmpty()
                && !unmatched.isUnknownOption()) {
            return "There is no command '%s', but %s"
                    .formatted(unmatched.getUnmatched().getFirst(), String.join(", ", commands));
        }
        return oneLine(wrong.getMessage());
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult result) {
        if (failure instanceof InterruptedException) {
            console.error("stopped");
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof InvalidExperiment invalid) {
            invalid.errors().forEach(console::error);
            return ExitCode.WRONG_INPUT;
        }
        console.error(sentence(failure));
        trace(failure);
        return failure instanceof InputException ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case InputException wrong -> oneLine(wrong.getMessage());
            case CommandFailed failed -> oneLine(failed.getMessage());
            case UncheckedIOException io -> reading(io.getCause());
            case IOException io -> reading(io);
            default ->
                    "an error inside Penumbra (%s); run the command again with --verbose and report what it prints"
                            .formatted(oneLine(String.valueOf(failure)));
        };
    }

    private static String reading(IOException failure) {
        return "reading or writing failed (%s); check the place, its permissions and its free space"
                .formatted(oneLine(String.valueOf(failure)));
    }

    private void trace(Exception failure) {
        if (console.verbose()) {
            failure.printStackTrace(console.err());
            console.err().flush();
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
