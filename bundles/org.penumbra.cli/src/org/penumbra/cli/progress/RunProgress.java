// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.Console;
import org.penumbra.cli.report.Spans;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.queue.Outlook;
import org.penumbra.runs.queue.QueueListener;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a person what the queue does, and remembers what failed. */
public final class RunProgress implements QueueListener {
    private final View view;
    private final int runs;
    private final InstantSource clock;
    private final Map<String, LatestLoss> losses = new LinkedHashMap<>();
    private final Map<String, Long> began = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int done;

    private RunProgress(View view, int runs, InstantSource clock) {
        this.view = view;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Progress of so many runs.
     *
     * @param console its terminal decides how the progress looks
     */
    public static RunProgress of(Console console, int runs) {
        var clock = InstantSource.system();
        var view = console.terminal() ? new LiveView(console) : new PlainView(console, clock);
        return new RunProgress(view, runs, clock);
    }

    /** One sentence for every run that failed. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void reused(PlannedRun run, RunFolder folder) {
        done++;
        view.say("%s %s: finished before, in %s".formatted(count(), run.name(), folder.path()));
    }

    @Override
    public void started(PlannedRun run, RunFolder folder, boolean resumed) {
        began.put(run.name(), clock.millis());
        losses.put(run.name(), new LatestLoss(folder, clock));
        view.say((resumed ? "goes on: " : "starts: ") + run.name());
    }

    @Override
    public void progress(PlannedRun run, RunFolder folder, RunStatus status) {
        var loss = losses.get(run.name());
        view.show(new Progress(run.name(), status, loss == null ? Double.NaN : loss.value(status)));
    }

    @Override
    public void ended(PlannedRun run, RunFolder folder, RunStatus status) {
        done++;
        losses.remove(run.name());
        view.remove(run.name());
        view.say("%s %s: %s".formatted(count(), run.name(), how(run, status)));
        if (status.state() != RunState.FINISHED && status.state() != RunState.PAUSED) {
            failures.add(
                    "%s %s (%s); its log is %s"
                            .formatted(run.name(), word(status), status.message(), log(folder)));
        }
    }

    @Override
    public void outlook(Outlook left) {
        if (left.working() + left.waiting() > 1) {
            view.outlook(sentence(left));
        }
    }

    private static String sentence(Outlook left) {
        var time = Double.isFinite(left.secondsLeft()) ? Spans.text(left.secondsLeft()) : "?";
        return "%d at work, %d wait; all done in about %s"
                .formatted(left.working(), left.waiting(), time);
    }

    @Override
    public void waits(String why) {
        view.say("waiting: " + why);
    }

    @Override
    public void refused(PlannedRun run, String reason) {
        done++;
        view.say("%s %s: could not be started".formatted(count(), run.name()));
        failures.add("%s could not be started: %s".formatted(run.name(), reason));
    }

    private String count() {
        return "[%d/%d]".formatted(done, runs);
    }

    private String how(PlannedRun run, RunStatus status) {
        double seconds = (clock.millis() - began.getOrDefault(run.name(), 0L)) / 1e3;
        return status.state() == RunState.FINISHED
                ? "finished after " + Spans.text(seconds)
                : word(status) + " at step %d of %d".formatted(status.step(), status.steps());
    }

    private static String word(RunStatus status) {
        return switch (status.state()) {
            case PAUSED -> "stopped";
            case LOST -> "lost its worker";
            case CANCELLED -> "was cancelled";
            default -> "failed";
        };
    }

    /** The last attempt's log; before there is one, what the process itself printed. */
    private static Path log(RunFolder folder) {
        var attempts = folder.attempts();
        return attempts.isEmpty() ? folder.workerLog() : attempts.getLast().log();
    }
}
