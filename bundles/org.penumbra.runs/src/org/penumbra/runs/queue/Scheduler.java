// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.launch.LocalLauncher;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Starts waiting runs where there is room, and says what became of those whose worker is gone.
 * Holds nothing in memory that the files do not tell: it may end, or be killed, at any instant.
 */
public final class Scheduler {
    private static final Duration PULSE = Duration.ofMillis(300);
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final HostFolder host;
    private final QueueFolder queue;
    private final Function<Ticket, Launcher> launchers;
    private final Consumer<String> log;
    private final Map<String, Placement> placements = new HashMap<>();

    /** The scheduler of this user on this machine, with the installed workers. */
    public static Scheduler here(Consumer<String> log) {
        return new Scheduler(
                HostFolder.here(), ticket -> new LocalLauncher(ticket.wish().command()), log);
    }

    Scheduler(HostFolder host, Function<Ticket, Launcher> launchers, Consumer<String> log) {
        this.host = host;
        this.queue = new QueueFolder(host);
        this.launchers = launchers;
        this.log = log;
    }

    /**
     * Works until nothing has waited or worked for a while.
     *
     * @return false when another process is the scheduler
     */
    public boolean run() throws InterruptedException {
        return run(PULSE, LINGER);
    }

    boolean run(Duration pulse, Duration linger) throws InterruptedException {
        var lease = Lease.take(host);
        if (lease.isEmpty()) {
            return false;
        }
        try (var held = lease.get()) {
            work(pulse, linger);
        }
        return true;
    }

    private void work(Duration pulse, Duration linger) throws InterruptedException {
        log.accept("begins");
        var idle = Instant.now();
        while (Duration.between(idle, Instant.now()).compareTo(linger) < 0) {
            pass();
            if (!queue.empty()) {
                idle = Instant.now();
            }
            TimeUnit.NANOSECONDS.sleep(pulse.toNanos());
        }
        log.accept("ends: nothing waits");
    }

    /** Looks once at everything. */
    void pass() {
        queue.working().forEach(this::look);
        queue.waiting().forEach(this::heed);
        var next = Slots.next(queue.waiting(), queue.working());
        while (next.isPresent()) {
            start(next.get());
            next = Slots.next(queue.waiting(), queue.working());
        }
    }

    /** One run that cannot be dealt with must not keep the others from their work. */
    private void look(Ticket ticket) {
        try {
            placement(ticket).look();
        } catch (InputException | UncheckedIOException e) {
            drop(ticket, e.getMessage());
        }
    }

    private Placement placement(Ticket ticket) {
        return placements.computeIfAbsent(
                ticket.key(),
                key -> new Placement(ticket, queue, launchers.apply(ticket), log, this::forget));
    }

    private void forget(Ticket ticket) {
        placements.remove(ticket.key());
    }

    private void drop(Ticket ticket, String reason) {
        log.accept(ticket.run() + " is dropped: " + reason);
        queue.done(ticket);
        forget(ticket);
    }

    /** Requests to runs that have no worker to hear them. */
    private void heed(Ticket ticket) {
        try {
            var run = RunFolder.open(ticket.run());
            run.requests().asked().ifPresent(request -> Idle.answer(queue, run, request));
        } catch (InputException | UncheckedIOException e) {
            log.accept(ticket.run() + " is dropped: " + e.getMessage());
            queue.take(ticket, "").ifPresent(queue::done);
        }
    }

    private void start(Slots place) {
        var ticket = place.ticket();
        if (queue.working().stream().anyMatch(other -> other.key().equals(ticket.key()))) {
            // A crash left the run in both places; that it works is what counts.
            queue.withdraw(RunFolder.open(ticket.run()));
            return;
        }
        queue.take(ticket, place.device()).ifPresent(this::launch);
    }

    private void launch(Ticket ticket) {
        try {
            placement(ticket).launch();
        } catch (InputException | UncheckedIOException e) {
            drop(ticket, e.getMessage());
        }
    }
}
