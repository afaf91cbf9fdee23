// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.json.Json;
import org.penumbra.runs.annotations.Annotations;
import org.penumbra.runs.annotations.Tag;
import org.penumbra.runs.folder.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra tag}. */
@Command(
        name = "tag",
        header = "Add tags to runs, remove or list them.",
        description = {
            "",
            "A tag is a word without spaces and commas. Without --add and --remove the tags are"
                    + " listed. Tags are no part of a run's identity.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra tag MedNeRF/seed=1 --add paper,figure-3",
            "  penumbra tag 'MedNeRF/*' --remove draft",
            "  penumbra tag --all"
        })
public final class TagCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private TargetOptions targets;

    @Option(names = "--add", paramLabel = "TAG,...", description = "Tags to add.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "TAG,...", description = "Tags to remove.")
    private List<String> removed = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public TagCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var adding = tags(added);
        var removing = tags(removed);
        var runs = targets.find();
        var array = new JsonArray();
        for (var run : runs) {
            var tags = changed(run, adding, removing).tags();
            array.add(json(run, tags));
            if (!json) {
                console.line(run.description().name() + "  " + String.join(", ", tags));
            }
        }
        if (json) {
            var object = new JsonObject();
            object.add("runs", array);
            console.line(Json.pretty(object));
        }
        return ExitCode.DONE;
    }

    private static List<String> tags(List<String> texts) {
        return texts.stream().flatMap(text -> Tag.list(text).stream()).toList();
    }

    private static Annotations changed(RunFolder run, List<String> adding, List<String> removing) {
        return adding.isEmpty() && removing.isEmpty()
                ? Annotations.of(run)
                : Annotations.tag(run, adding, removing);
    }

    private static JsonObject json(RunFolder run, Iterable<String> tags) {
        var json = Naming.json(run);
        var array = new JsonArray();
        tags.forEach(array::add);
        json.add("tags", array);
        return json;
    }
}
