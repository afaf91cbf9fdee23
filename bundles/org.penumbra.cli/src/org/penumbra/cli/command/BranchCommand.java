// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.json.Json;
import org.penumbra.model.paths.Assignment;
import org.penumbra.runs.branch.Branch;
import org.penumbra.runs.branch.BranchRequest;
import org.penumbra.runs.branch.Lineage;
import org.penumbra.runs.folder.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** {@code penumbra branch}. */
@Command(
        name = "branch",
        header = "Make a run that goes on from a checkpoint of another one.",
        description = {
            "",
            "The new run lies beside its parent, begins with a copy of the parent's checkpoint, and"
                    + " keeps on record where it comes from. What shapes the networks, the data and"
                    + " what belongs to a phase that is over cannot change; loss weights, learning"
                    + " rates, schedules, iterations to come, evaluation and resources can.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra branch MedNeRF/seed=1 --set variants/MedNeRF/losses/perceptual/weight=0.2",
            "  penumbra branch 4f9a2c --from-step 1000 --set 'variants/*/iterations=3000' --start",
            "  penumbra branch MedNeRF/seed=1 --from-step 1000 --seed 7 --name second-try"
        })
public final class BranchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "RUN",
            description = "The run's name, its folder, or the beginning of its id.")
    private String parent;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Another value of a setting, such as variants/*/losses/pixel/weight=0.2; may be"
                            + " given again.")
    private List<String> settings = List.of();

    @Option(
            names = "--from-step",
            paramLabel = "N",
            description = "The checkpoint of that step (default: the newest good one).")
    private Long step;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed for the steps to come.")
    private Long seed;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The run's name (default: made from parent, step and changes).")
    private String name;

    @Option(names = "--start", description = "Queue the new run at once.")
    private boolean start;

    @Mixin private RunsOption runs;

    @Mixin private QueueOptions queueing;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public BranchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var branch = Branch.of(runs.find(parent), request());
        branch.notes().forEach(console::note);
        var run = branch.make();
        console.text(json ? Json.pretty(json(run)) + "\n" : run.description().name() + "\n");
        console.note("branched from %s, in %s".formatted(origin(run), run.path()));
        if (start) {
            start(run);
        } else {
            console.note("`penumbra resume %s` starts it".formatted(run.path()));
        }
        return ExitCode.DONE;
    }

    private BranchRequest request() {
        return new BranchRequest(
                settings.stream().map(Assignment::parse).toList(),
                optional(step),
                Optional.ofNullable(name),
                optional(seed));
    }

    private static OptionalLong optional(Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static String origin(RunFolder run) {
        return Lineage.of(run).links().getFirst().text();
    }

    private void start(RunFolder run) {
        var again = new Requeue(queueing);
        again.all(List.of(run), again::resume).forEach(reply -> console.note(reply.sentence()));
    }

    private static JsonObject json(RunFolder run) {
        var json = Naming.json(run);
        json.addProperty("seed", run.description().seed());
        var levels = new JsonObject();
        run.description().levels().forEach(levels::addProperty);
        json.add("levels", levels);
        json.add("lineage", Lineage.of(run).toJson());
        return json;
    }
}
