// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class QueueFolderTest {
    @TempDir Path folder;
    private QueueFolder queue;

    @BeforeEach
    void create() {
        queue = new QueueFolder(new HostFolder(folder.resolve("state")));
    }

    private RunFolder run(long seed) {
        return RunFolder.create(
                folder.resolve("run-" + seed), Specimens.description("MedNeRF", seed));
    }

    private Ticket ticket(RunFolder run) {
        var wish =
                new Wish(List.of("cpu"), 2, 3, folder.resolve("worker.args"), Map.of("A", "b=c"));
        return Ticket.of(run, 4, 5, wish);
    }

    @Test
    void aTicketIsReadAsItWasWritten() {
        var ticket = ticket(run(1)).lost(200).lost(200);
        queue.add(ticket);
        assertEquals(List.of(ticket), queue.waiting());
        var taken = queue.take(ticket, "cpu").orElseThrow();
        assertEquals(List.of(taken), queue.working());
        assertEquals(ticket.on("cpu"), taken);
        assertTrue(queue.waiting().isEmpty());
    }

    @Test
    void aRunHasOnePlaceWhateverItsPathLooksLike() throws IOException {
        var run = run(1);
        var link = Files.createSymbolicLink(folder.resolve("link"), run.path());
        queue.add(ticket(run));
        queue.add(ticket(RunFolder.open(link)));
        queue.add(ticket(RunFolder.open(folder.resolve("link/../run-1/."))));
        assertEquals(1, queue.waiting().size());
        assertTrue(queue.holds(RunFolder.open(link)));
    }

    @Test
    void ofSchedulerAndWithdrawalOneWins() throws Exception {
        var run = run(1);
        Callable<Boolean> takes = () -> queue.take(ticket(run), "cpu").isPresent();
        Callable<Boolean> withdraws = () -> queue.withdraw(run);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 100; round++) {
                queue.add(ticket(run));
                var won = threads.invokeAll(List.of(takes, withdraws, takes));
                assertEquals(1, won.stream().map(Future::resultNow).filter(w -> w).count());
                queue.working().forEach(queue::done);
            }
        }
    }

    @Test
    void damagedAndForeignFilesDoNotStopTheQueue() throws IOException {
        queue.add(ticket(run(1)));
        var waiting = queue.host().waiting();
        Files.writeString(waiting.resolve("0123456789abcdef.json"), "{\"formatVersion\":1");
        Files.writeString(waiting.resolve("README"), "not a ticket");
        assertEquals(1, queue.waiting().size());
        assertTrue(Files.exists(waiting.resolve("0123456789abcdef.json.damaged")));
    }

    @Test
    void onlyARunThatWaitsHasAPriority() {
        var run = run(1);
        assertFalse(queue.prioritise(run, 9));
        queue.add(ticket(run));
        assertTrue(queue.prioritise(run, 9));
        assertEquals(9, queue.waiting().getFirst().priority());
    }
}
