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
import org.penumbra.runs.index.Refresh;
import org.penumbra.runs.index.RunsIndex;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code penumbra reindex}. */
@Command(
        name = "reindex",
        header = "Make the index of a runs folder anew.",
        description = {
            "",
            "The index keeps what the runs say and how their curves look, so that lists and curves"
                    + " open in a moment. It follows the runs by itself; this command is for when"
                    + " it is in doubt. It lies in the user's cache (PENUMBRA_CACHE, else"
                    + " ~/.cache/penumbra), never in the runs folder.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  penumbra reindex", "  penumbra reindex --runs /data/runs --json"})
public final class ReindexCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private RunsOption runs;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A command that prints there. */
    public ReindexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var index = RunsIndex.open(runs.folder())) {
            index.notice().ifPresent(console::note);
            var refresh = index.rebuild(this::progress);
            index.problems().forEach(console::warn);
            console.text(json ? Json.pretty(json(index, refresh)) + "\n" : text(refresh));
        }
        return ExitCode.DONE;
    }

    private void progress(int done, int all) {
        if (console.terminal()) {
            console.err().print("\r%d/%d runs%s".formatted(done, all, done == all ? "\n" : ""));
            console.err().flush();
        }
    }

    private static String text(Refresh refresh) {
        return String.format(
                Locale.ROOT,
                "Indexed %d runs with %,d scalars in %.2f s.%n",
                refresh.runs(),
                refresh.scalars(),
                refresh.seconds());
    }

    private static JsonObject json(RunsIndex index, Refresh refresh) {
        var json = new JsonObject();
        json.addProperty("runs", refresh.runs());
        json.addProperty("scalars", refresh.scalars());
        json.addProperty("seconds", refresh.seconds());
        json.addProperty("index", index.file().toString());
        var problems = new JsonArray();
        index.problems().forEach(problems::add);
        json.add("problems", problems);
        return json;
    }
}
