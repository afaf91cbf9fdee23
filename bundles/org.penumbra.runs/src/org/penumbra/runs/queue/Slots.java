// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who starts next, and where.
 *
 * @param ticket the run
 * @param device the first of its devices with a free slot
 */
record Slots(Ticket ticket, String device) {
    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/version");

    /**
     * The first waiting run for which a device has a free slot. On one device runs start strictly
     * in their order, so that one that wants the device for itself is not passed by smaller ones
     * for ever.
     */
    static Optional<Slots> next(List<Ticket> waiting, List<Ticket> working) {
        var blocked = new HashSet<String>();
        for (var ticket : waiting) {
            var device = free(ticket, working, blocked);
            if (device.isPresent()) {
                return Optional.of(new Slots(ticket, device.get()));
            }
            ticket.wish().devices().forEach(name -> blocked.add(place(name)));
        }
        return Optional.empty();
    }

    private static Optional<String> free(Ticket ticket, List<Ticket> working, Set<String> blocked) {
        return ticket.wish().devices().stream()
                .filter(device -> !blocked.contains(place(device)))
                .filter(device -> occupants(device, working) < ticket.wish().slots())
                .findFirst();
    }

    private static long occupants(String device, List<Ticket> working) {
        return working.stream()
                .filter(ticket -> place(ticket.device()).equals(place(device)))
                .count();
    }

    /** Where {@code auto} will end up, as far as can be told before the worker looks. */
    private static String place(String device) {
        if (!device.equals("auto")) {
            return device;
        }
        return Files.exists(NVIDIA) ? "cuda:0" : "cpu";
    }
}
