// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class SlotsTest {

    private static Ticket ticket(int number, int priority, int slots, String... devices) {
        var wish = new Wish(List.of(devices), slots, 1, Path.of("worker.args"), Map.of());
        return new Ticket(Path.of("/runs/" + number), priority, number, wish, "", 0, -1);
    }

    /** Starts whatever can start; returns the tickets with their devices. */
    private static List<Ticket> start(List<Ticket> tickets) {
        var waiting = new ArrayList<>(tickets.stream().sorted(Ticket.ORDER).toList());
        var working = new ArrayList<Ticket>();
        var next = Slots.next(waiting, working);
        while (next.isPresent()) {
            waiting.remove(next.get().ticket());
            working.add(next.get().ticket().on(next.get().device()));
            next = Slots.next(waiting, working);
        }
        return working;
    }

    private static List<String> names(List<Ticket> tickets) {
        return tickets.stream()
                .map(ticket -> ticket.run().getFileName() + "@" + ticket.device())
                .toList();
    }

    @Test
    void runsTakeTheFirstDeviceWithRoomInTheirOrder() {
        var tickets =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> ticket(i, 0, 2, "cuda:0", "cuda:1"))
                        .toList();
        assertEquals(
                List.of("1@cuda:0", "2@cuda:0", "3@cuda:1", "4@cuda:1"), names(start(tickets)));
    }

    @Test
    void prioritiesComeFirst() {
        var tickets = List.of(ticket(1, 0, 1, "cpu"), ticket(2, 7, 1, "cpu"));
        assertEquals(List.of("2@cpu"), names(start(tickets)));
    }

    @Test
    void aRunThatWantsADeviceForItselfIsNotPassedByLaterOnes() {
        var working = List.of(ticket(1, 0, 2, "cpu").on("cpu"));
        var waiting = List.of(ticket(2, 0, 1, "cpu"), ticket(3, 0, 2, "cpu"));
        assertTrue(Slots.next(waiting, working).isEmpty());
    }

    @Test
    void aBlockedDeviceDoesNotKeepOthersFromWork() {
        var working = List.of(ticket(1, 0, 1, "cuda:0").on("cuda:0"));
        var waiting = List.of(ticket(2, 0, 1, "cuda:0"), ticket(3, 0, 1, "cuda:1"));
        assertEquals(Path.of("/runs/3"), Slots.next(waiting, working).orElseThrow().ticket().run());
    }

    @Property(tries = 300)
    void noDeviceEverHasMoreRunsThanAnyOfThemAllows(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 4) Integer> slots) {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < slots.size(); i++) {
            tickets.add(ticket(i, 0, slots.get(i), i % 2 == 0 ? "cpu" : "cuda:0", "cuda:1"));
        }
        var working = start(tickets);
        for (var last : working) {
            var before = working.subList(0, working.indexOf(last));
            long there = before.stream().filter(t -> t.device().equals(last.device())).count();
            assertTrue(there < last.wish().slots(), names(working).toString());
        }
    }
}
