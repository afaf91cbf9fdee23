// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.handover;

import org.penumbra.cli.Console;
import org.penumbra.cli.progress.RunProgress;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.queue.Handover;
import org.penumbra.runs.queue.Outcome;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A plan that a cluster works on. */
public final class ClusterRun {
    private static final int NAMED = 3;

    private final Console console;
    private final Path folder;
    private final Handover handover;

    /**
     * @param console where it prints
     * @param folder the runs folder
     * @param launcher the cluster's
     * @param again whether finished runs are run again, in folders of their own
     * @param progress shows the runs
     */
    public ClusterRun(
            Console console, Path folder, Launcher launcher, boolean again, RunProgress progress) {
        this.console = console;
        this.folder = folder;
        this.handover = new Handover(folder, launcher, again, progress);
    }

    /**
     * Hands the runs over and returns.
     *
     * @param device where on their nodes the runs work
     * @throws org.penumbra.io.InputException when the cluster does not take them
     */
    public void submit(List<PlannedRun> plan, String device) {
        var jobs = handover.submit(plan, device);
        if (!jobs.isEmpty()) {
            console.note("On the cluster: " + names(jobs));
        }
    }

    private static String names(List<Job> jobs) {
        var names = jobs.stream().limit(NAMED).map(Job::name).collect(Collectors.joining(", "));
        return names + (jobs.size() > NAMED ? ", ... (%d runs)".formatted(jobs.size()) : "");
    }

    /** Follows them to their end; Ctrl-C ends the following and nothing else. */
    public Outcome follow(List<PlannedRun> plan) throws InterruptedException {
        try (var letGo = new LetGo(console, howToGoOn())) {
            return handover.follow(plan);
        }
    }

    /** How the runs, which need this process no more, are seen and ended. */
    public String howToGoOn() {
        return ("the runs go on without this command; the same command follows them again,"
                        + " `penumbra runs --follow --runs %1$s` watches them and `penumbra cancel"
                        + " RUN --runs %1$s` ends them")
                .formatted(folder);
    }
}
