// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.selection.Device;
import org.penumbra.cli.selection.Jobs;
import org.penumbra.io.InputException;
import org.penumbra.runs.queue.Wish;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** How runs wait for their place. */
final class QueueOptions {
    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "Runs at a time on each device (default: as many as there are cores for, where"
                            + " the experiment says how many threads a run takes; else one).")
    private Integer jobs;

    @Option(
            names = "--device",
            paramLabel = "DEVICE,...",
            description =
                    "auto, cpu or cuda:N; of several, such as cuda:0,cuda:1, each run takes the"
                            + " first that has room.")
    private String device;

    @Option(
            names = "--priority",
            paramLabel = "N",
            defaultValue = "0",
            description = "The larger, the earlier among all that wait (default: 0).")
    private int priority;

    int priority() {
        return priority;
    }

    /** How many runs at a time; nothing where nobody says. */
    Optional<Integer> jobs() {
        check();
        return Optional.ofNullable(jobs);
    }

    /** The devices that were named; nothing where none was. */
    List<String> devices() {
        return device == null ? List.of() : Device.list(device);
    }

    /**
     * What a run needs.
     *
     * @param ownDevice the device that the run itself names
     * @param ownThreads the threads that the run itself names; 0 for none
     * @param most how many runs there are
     */
    Wish wish(String ownDevice, int ownThreads, int most) {
        var places = device == null ? List.of(ownDevice) : devices();
        int atOnce = jobs == null ? Jobs.fitting(places.getFirst(), ownThreads) : jobs;
        int shared = Math.clamp(most, 1, atOnce) * places.size();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / shared);
        return Wish.own(places, atOnce, threads);
    }

    /** Refuses what means nothing, before anything is done. */
    void check() {
        if (jobs != null && jobs < 1) {
            throw new InputException("--jobs is %d: give 1 or more".formatted(jobs));
        }
    }
}
