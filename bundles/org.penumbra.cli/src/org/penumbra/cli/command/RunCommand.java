// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.handover.ClusterRun;
import org.penumbra.cli.progress.RunProgress;
import org.penumbra.cli.progress.StopOnSignal;
import org.penumbra.cli.report.ComparisonReport;
import org.penumbra.cli.selection.Selection;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.queue.Outcome;
import org.penumbra.runs.queue.QueueFolder;
import org.penumbra.runs.queue.QueueSettings;
import org.penumbra.runs.queue.RunQueue;
import org.penumbra.runs.queue.SchedulerProcess;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra run}. */
@Command(
        name = "run",
        header = "Run an experiment and compare its runs.",
        description = {
            "",
            "Every run is a process of its own with a folder of its own. A run that has finished"
                + " before is reused, one that was cut goes on from its last checkpoint, and one"
                + " that fails does not stop the others. All runs of this machine wait in one"
                + " queue; they do not need this command: where it is killed they go on. Ctrl-C"
                + " lets the runs save where they are; the same command goes on later.",
            "",
            "Ends with the comparison: variants x metrics as mean and standard deviation over"
                + " seeds, differences to the baseline variant, and two predictions that need no"
                + " model (the mean training image and the nearest training view).",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra run examples/mednerf-vs-umednerf.penumbra",
            "  penumbra run my.penumbra --data ../knee --seeds 1,2,3 --jobs 2",
            "  penumbra run my.penumbra --device cuda:0,cuda:1 --priority 5 --detach",
            "  penumbra run my.penumbra --slurm --gres gpu:1 --time 8:00:00 --jobs 4",
            "  penumbra run my.penumbra --only 'MedNeRF/seed=1' --set"
                    + " variants/MedNeRF/iterations=50"
        })
public final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private SelectionOptions options;

    @Mixin private QueueOptions queueing;

    @Mixin private SlurmOptionsMixin slurm;

    @Option(names = "--again", description = "Run finished runs again, in folders of their own.")
    private boolean again;

    @Option(
            names = "--detach",
            description =
                    "Return once the runs are in the queue; `penumbra runs --follow` watches.")
    private boolean detach;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    /** A command that prints there. */
    public RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        queueing.check();
        slurm.check();
        var selection = options.select(queueing.devices().stream().findFirst());
        selection.choices().forEach(console::note);
        selection.plan().notes().forEach(console::note);
        selection.warnings().forEach(console::warn);
        if (!selection.obstacles().isEmpty()) {
            throw new InputException(selection.obstacles().getFirst());
        }
        return run(selection);
    }

    private int run(Selection selection) throws InterruptedException {
        var plan = selection.plan().runs();
        var progress = RunProgress.of(console, plan.size());
        if (slurm.wanted()) {
            return onCluster(selection, progress);
        }
        var queue = new RunQueue(folder(), settings(selection), new SchedulerProcess(), progress);
        return detach ? detached(queue, plan, progress) : followed(queue, selection, progress);
    }

    private int onCluster(Selection selection, RunProgress progress) throws InterruptedException {
        var plan = selection.plan().runs();
        var launcher = slurm.launcher(queueing.jobs());
        var cluster = new ClusterRun(console, folder(), launcher, again, progress);
        cluster.submit(plan, selection.experiment().getResources().getDevice());
        if (detach) {
            progress.failures().forEach(console::error);
            console.note(cluster.howToGoOn());
            return progress.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
        return told(cluster.follow(plan), selection, progress);
    }

    private int told(Outcome outcome, Selection selection, RunProgress progress) {
        compare(outcome, selection.experiment().getEvaluation().getBaseline());
        progress.failures().forEach(console::error);
        return exitCode(outcome, selection.experiment().getName());
    }

    private QueueSettings settings(Selection selection) {
        var resources = selection.experiment().getResources();
        var runs = selection.plan().runs().size();
        var wish = queueing.wish(resources.getDevice(), resources.getThreads(), runs);
        return new QueueSettings(QueueFolder.here(), wish, queueing.priority(), again);
    }

    private int detached(RunQueue queue, List<PlannedRun> plan, RunProgress progress) {
        queue.submit(plan);
        progress.failures().forEach(console::error);
        console.note(
                "The runs are in the queue; `penumbra runs --follow --runs %s` watches them"
                        .formatted(folder()));
        return progress.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int followed(RunQueue queue, Selection selection, RunProgress progress)
            throws InterruptedException {
        try (var stop = new StopOnSignal(console, queue)) {
            return told(queue.run(selection.plan().runs()), selection, progress);
        }
    }

    private Path folder() {
        return options.runs().toAbsolutePath().normalize();
    }

    private void compare(Outcome outcome, String baseline) {
        var present =
                outcome.folders().stream()
                        .anyMatch(run -> run.description().variant().equals(baseline));
        var comparison = ComparisonReport.compare(outcome.folders(), present ? baseline : "");
        if (json) {
            console.line(Json.pretty(comparison.toJson()));
        } else if (!comparison.groups().isEmpty()) {
            console.text("\n" + ComparisonReport.text(comparison, "text") + "\n");
        }
        console.note("The runs are in " + folder());
    }

    private int exitCode(Outcome outcome, String experiment) {
        if (outcome.interrupted()) {
            console.error(
                    "stopped; the same command goes on where the runs are, or `penumbra resume"
                            + " --experiment %s --runs %s`".formatted(experiment, folder()));
            return ExitCode.INTERRUPTED;
        }
        return outcome.complete() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
