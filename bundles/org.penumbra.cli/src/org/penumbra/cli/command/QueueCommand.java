// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.report.QueueRow;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.runs.compare.Table;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.queue.QueueFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code penumbra queue}. */
@Command(
        name = "queue",
        header = "Show what works and waits on this machine, or give waiting runs a priority.",
        description = {
            "",
            "One queue serves all runs folders of this user on this machine, the command line and"
                    + " the window alike. Without a run it is listed in the order in which the runs"
                    + " start.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  penumbra queue", "  penumbra queue 'UMedNeRF/*' --priority 10"})
public final class QueueCommand implements Callable<Integer> {
    private final Console console;
    private final QueueFolder queue = QueueFolder.here();

    @Mixin private TargetOptions targets;

    @Option(
            names = "--priority",
            paramLabel = "N",
            description = "The new priority of these runs; the larger, the earlier.")
    private Integer priority;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public QueueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (priority != null) {
            targets.find().forEach(this::prioritise);
        } else if (!targets.none()) {
            throw new InputException("Give the runs a --priority, or name none to list the queue");
        }
        print(rows());
        return ExitCode.DONE;
    }

    private void prioritise(RunFolder run) {
        if (!queue.prioritise(run, priority)) {
            console.warn(
                    "%s does not wait, so that its priority means nothing"
                            .formatted(run.description().name()));
        }
    }

    private List<QueueRow> rows() {
        return Stream.concat(queue.working().stream(), queue.waiting().stream())
                .map(QueueRow::of)
                .toList();
    }

    private void print(List<QueueRow> rows) {
        if (json) {
            console.text(Json.pretty(toJson(rows)) + "\n");
        } else if (rows.isEmpty()) {
            console.line("Nothing works and nothing waits.");
        } else {
            var lines = rows.stream().map(QueueRow::cells).toList();
            console.text(new Table(QueueRow.HEADER, lines, QueueRow.TEXTS).text());
        }
    }

    private static JsonObject toJson(List<QueueRow> rows) {
        var array = new JsonArray();
        rows.forEach(row -> array.add(row.toJson()));
        var json = new JsonObject();
        json.add("queue", array);
        return json;
    }
}
