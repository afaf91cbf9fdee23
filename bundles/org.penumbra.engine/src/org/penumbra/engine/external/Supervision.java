// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Starts a program and stays with it until it has ended. */
final class Supervision {
    private static final long PULSE_MILLIS = 500;
    private static final long RECORD_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RunFolder folder;
    private final ExternalSettings settings;
    private final Watch watch;
    private final ExternalRun.Board board;
    private final Supplier<Optional<Stop>> stop;
    private final long steps;
    private final long lastStep;
    private final long begin = System.nanoTime();
    private ProgramRecord record;
    private final double before;
    private long recorded;
    private long firstStep = -1;
    private long firstSeen;
    private Why why = Why.BY_ITSELF;
    private long deadline;
    private boolean killed;

    /** Why a program ends. */
    private enum Why {
        BY_ITSELF,
        PAUSED,
        CANCELLED,
        ENOUGH
    }

    Supervision(
            RunFolder folder,
            ExternalSettings settings,
            ProgramRecord record,
            Watch watch,
            ExternalRun.Board board,
            Supplier<Optional<Stop>> stop,
            long steps) {
        this.folder = folder;
        this.settings = settings;
        this.record = record;
        this.before = record.seconds();
        this.watch = watch;
        this.board = board;
        this.stop = stop;
        this.steps = steps;
        lastStep = settings.lastStep();
    }

    /** How it ended; empty when the program has done all that it was to do. */
    Optional<Outcome> run(List<String> command, Map<String, String> environment) {
        var process = ProgramGroup.start(command, settings.folder(), environment);
        var group = new ProgramGroup(process.toHandle(), ProgramGroup.hasGroups());
        try {
            record = record.with(process.toHandle());
            record.write(folder.path());
            var output = new ProgramOutput(board::say);
            var reader = output.follow(process.getInputStream());
            attend(process, group);
            group.kill();
            reader.join(LAST_WORDS);
            watch.finish();
            remember();
            report();
            return ending(process.exitValue(), output.last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The worker was interrupted.", e);
        } finally {
            group.kill();
        }
    }

    private void attend(Process process, ProgramGroup group) throws InterruptedException {
        report();
        while (!process.waitFor(PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
            watch.poll();
            if (why == Why.BY_ITSELF) {
                report();
            }
            if (System.nanoTime() - recorded > RECORD_NANOS) {
                remember();
            }
            if (why == Why.BY_ITSELF) {
                ask(group);
            } else {
                insist(group);
            }
        }
    }

    private void ask(ProgramGroup group) {
        why = reason();
        switch (why) {
            case BY_ITSELF -> {}
            case CANCELLED -> group.kill();
            case PAUSED, ENOUGH -> {
                board.say("Asks the program to end by signal %s.".formatted(settings.stopSignal()));
                if (why == Why.PAUSED) {
                    board.stopping();
                }
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.patience());
                group.ask(settings.stopSignal());
            }
        }
    }

    private Why reason() {
        var asked = stop.get();
        if (asked.isPresent()) {
            return asked.get() == Stop.PAUSE ? Why.PAUSED : Why.CANCELLED;
        }
        return lastStep > 0 && watch.step() >= lastStep ? Why.ENOUGH : Why.BY_ITSELF;
    }

    private void insist(ProgramGroup group) {
        if (stop.get().filter(Stop.CANCEL::equals).isPresent()) {
            why = Why.CANCELLED;
            group.kill();
        } else if (!killed && System.nanoTime() - deadline >= 0) {
            killed = true;
            board.say(
                    "The program did not end within %d seconds and is killed."
                            .formatted(settings.patience()));
            group.kill();
        }
    }

    private void remember() {
        record = record.with(seconds(), watch.positions());
        record.write(folder.path());
        recorded = System.nanoTime();
    }

    private void report() {
        var step = watch.step();
        if (step >= 0 && (firstStep < 0 || step < firstStep)) {
            firstStep = step;
            firstSeen = System.nanoTime();
        }
        board.progress(step(), steps, secondsLeft(step));
    }

    private double secondsLeft(long step) {
        if (step <= firstStep || steps <= 0) {
            return Double.NaN;
        }
        var perStep = (System.nanoTime() - firstSeen) / 1e9 / (step - firstStep);
        return Math.max(0, (steps - step) * perStep);
    }

    private Optional<Outcome> ending(int code, List<String> lastLines) {
        return switch (why) {
            case PAUSED ->
                    Optional.of(
                            new Outcome(
                                    RunState.PAUSED,
                                    "Stopped on request after step %d.%s"
                                            .formatted(step(), killed ? late() : "")));
            case CANCELLED ->
                    Optional.of(
                            new Outcome(
                                    RunState.CANCELLED,
                                    "Cancelled after step %d.".formatted(step())));
            case ENOUGH -> Optional.empty();
            case BY_ITSELF ->
                    code == 0 ? Optional.empty() : Optional.of(Outcome.of(code, lastLines));
        };
    }

    private String late() {
        return " The program had to be killed, as it did not end within %d seconds."
                .formatted(settings.patience());
    }

    /** The largest step that is known of the run. */
    long step() {
        return watch.step() >= 0 ? watch.step() : Math.max(0, folder.status().step());
    }

    /** How long the program was at work in all attempts. */
    double seconds() {
        return before + (System.nanoTime() - begin) / 1e9;
    }
}
