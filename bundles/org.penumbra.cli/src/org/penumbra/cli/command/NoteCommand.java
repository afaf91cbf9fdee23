// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.runs.annotations.Annotations;
import org.penumbra.runs.folder.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code penumbra note}. */
@Command(
        name = "note",
        header = "Write a note about a run, or read it.",
        description = {
            "",
            "Without a text, the note is printed. A note replaces the one before; it is no part of"
                    + " a run's identity.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra note MedNeRF/seed=1 'streaks behind the patella'",
            "  penumbra note MedNeRF/seed=1 --file findings.txt",
            "  penumbra note MedNeRF/seed=1"
        })
public final class NoteCommand implements Callable<Integer> {
    private static final long LARGEST = 1 << 20;

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The run's name, its folder, or the beginning of its id.")
    private String run;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "The new note.")
    private String text;

    @Option(names = "--file", paramLabel = "FILE", description = "A UTF-8 file with the new note.")
    private Path file;

    @Option(names = "--clear", description = "Remove the note.")
    private boolean clear;

    @Mixin private RunsOption runs;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public NoteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (Stream.of(text, file, clear ? "" : null).filter(Objects::nonNull).count() > 1) {
            throw new InputException("Give one of TEXT, --file and --clear, not several");
        }
        var found = runs.find(run);
        var annotations = text() == null ? Annotations.of(found) : Annotations.note(found, text());
        if (json) {
            print(found, annotations);
        } else if (text() == null && !annotations.note().isEmpty()) {
            console.line(annotations.note().stripTrailing());
        }
        return ExitCode.DONE;
    }

    private String text() {
        return clear ? "" : file == null ? text : content();
    }

    private String content() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(file + " is too long for a note: shorten it");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8 text: save it as UTF-8", e);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    private void print(RunFolder found, Annotations annotations) {
        var object = Naming.json(found);
        object.addProperty("note", annotations.note());
        object.addProperty("modified", annotations.modified().toString());
        console.line(Json.pretty(object));
    }
}
