// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.ownership.Owner;
import org.penumbra.runs.plan.PlannedRun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A plan in the hands of a launcher that has a queue of its own, such as a cluster. Equal finished
 * runs are reused, those that wait or work already are followed, the others are handed over
 * together. The runs do not need this process: where it ends they go on.
 */
public final class Handover {
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final Path folder;
    private final Launcher launcher;
    private final boolean again;
    private final Tally tally;
    private final Duration pulse;
    private final List<HandedOver> followed = new ArrayList<>();
    private String waits = "";

    /**
     * @param folder the runs folder, made when missing
     * @param launcher who puts the runs to work
     * @param again whether finished runs are run again, in folders of their own
     * @param listener hears what happens
     */
    public Handover(Path folder, Launcher launcher, boolean again, QueueListener listener) {
        this(folder, launcher, again, listener, PULSE);
    }

    Handover(
            Path folder, Launcher launcher, boolean again, QueueListener listener, Duration pulse) {
        this.folder = folder;
        this.launcher = launcher;
        this.again = again;
        this.tally = new Tally(listener);
        this.pulse = pulse;
    }

    /**
     * Hands the runs over and returns at once.
     *
     * @param device where they work: {@code auto}, {@code cpu} or {@code cuda:N}
     * @return the jobs that wait or work now, in the plan's order
     * @throws InputException when the runs folder cannot be used, or the launcher takes no runs
     */
    public List<Job> submit(List<PlannedRun> plan, String device) {
        var fresh = new LinkedHashMap<PlannedRun, RunFolder>();
        var jobs = new LinkedHashMap<PlannedRun, Job>();
        try (var places = Places.of(folder, again)) {
            plan.forEach(run -> sort(run, places, fresh, jobs));
            launch(fresh, device, jobs);
        }
        var inOrder = plan.stream().filter(jobs::containsKey).toList();
        inOrder.forEach(run -> followed.add(new HandedOver(run, jobs.get(run), tally)));
        return inOrder.stream().map(jobs::get).toList();
    }

    private void sort(
            PlannedRun run,
            Places places,
            LinkedHashMap<PlannedRun, RunFolder> fresh,
            LinkedHashMap<PlannedRun, Job> jobs) {
        try {
            var place = places.existing(run);
            var there = place.isPresent() ? place.get() : places.create(run);
            if (there.status().state() == RunState.FINISHED) {
                there.describe(run.description());
                tally.reused(run, there);
                return;
            }
            tally.place(run, there);
            living(there)
                    .ifPresentOrElse(
                            job -> jobs.put(run, job), () -> fresh.put(run, prepared(run, there)));
        } catch (InputException e) {
            tally.refused(run, e.getMessage());
        }
    }

    private Optional<Job> living(RunFolder there) {
        return launcher.find(there).filter(job -> job.state() != JobState.ENDED);
    }

    private static RunFolder prepared(PlannedRun run, RunFolder there) {
        if (new Owner(there).aliveHere()) {
            throw new InputException(
                    "%s is at work on this machine already: wait for it, or pause it first"
                            .formatted(run.name()));
        }
        there.describe(run.description());
        there.requests().clear();
        return there;
    }

    private void launch(
            LinkedHashMap<PlannedRun, RunFolder> fresh,
            String device,
            LinkedHashMap<PlannedRun, Job> jobs) {
        var work = fresh.values().stream().map(run -> new Assignment(run, device, 0)).toList();
        var launched = launcher.launch(work).iterator();
        fresh.keySet().forEach(run -> jobs.put(run, launched.next()));
    }

    /**
     * Follows what was handed over, and returns when all has ended.
     *
     * @param plan what was handed over
     */
    public Outcome follow(List<PlannedRun> plan) throws InterruptedException {
        while (!look()) {
            TimeUnit.NANOSECONDS.sleep(pulse.toNanos());
        }
        return tally.outcome(plan, false);
    }

    private boolean look() {
        followed.stream().filter(run -> !run.ended()).forEach(HandedOver::look);
        var left = followed.stream().filter(run -> !run.ended()).toList();
        tell(left.stream().map(HandedOver::waits).flatMap(Optional::stream).toList());
        return left.isEmpty();
    }

    /** Hundreds of runs may wait for the same reason. */
    private void tell(List<String> reasons) {
        var counts =
                reasons.stream()
                        .collect(
                                Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()));
        var kinds = String.join("; ", counts.keySet());
        if (!kinds.equals(waits) && !kinds.isEmpty()) {
            tally.waits(
                    counts.entrySet().stream()
                            .map(entry -> "%d (%s)".formatted(entry.getValue(), entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        waits = kinds;
    }
}
