// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The tickets of this machine. A ticket belongs to whoever moved or removed its file.
 *
 * @param host where they lie
 */
public record QueueFolder(HostFolder host) {
    private static final String ENDING = ".json";

    /** The queue of this user on this machine. */
    public static QueueFolder here() {
        return new QueueFolder(HostFolder.here());
    }

    /** The runs that wait, the next one first. */
    public List<Ticket> waiting() {
        return tickets(host.waiting());
    }

    /** The runs that were started. */
    public List<Ticket> working() {
        return tickets(host.working());
    }

    /** Whether there is nothing to do. */
    boolean empty() {
        return waiting().isEmpty() && working().isEmpty();
    }

    private static List<Ticket> tickets(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(QueueFolder::isTicket)
                    .flatMap(file -> read(file).stream())
                    .sorted(Ticket.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTicket(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]+\\.json");
    }

    /** One that was moved while it was read is not there; a damaged one is put aside. */
    private static Optional<Ticket> read(Path file) {
        try {
            return Optional.of(Ticket.of(Fields.read(file)));
        } catch (InputException | ArithmeticException e) {
            if (Files.exists(file)) {
                aside(file);
            }
            return Optional.empty();
        }
    }

    private static void aside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
        } catch (IOException gone) {
            return;
        }
    }

    /** Lets a run wait; one that waits already waits on with the new wish. */
    void add(Ticket ticket) {
        JsonFile.write(file(host.waiting(), ticket.key()), ticket.toJson());
    }

    /** Makes a waiting run one that works, unless somebody took it out of the queue before. */
    Optional<Ticket> take(Ticket ticket, String device) {
        var from = file(host.waiting(), ticket.key());
        var to = file(host.working(), ticket.key());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw JsonFile.unwritable(to, new UncheckedIOException(e));
        }
        var taken = ticket.on(device);
        JsonFile.write(to, taken.toJson());
        return Optional.of(taken);
    }

    /** The run has ended. */
    void done(Ticket ticket) {
        remove(file(host.working(), ticket.key()));
    }

    /**
     * The run waits again. A crash between the two steps leaves both, and the work is looked at.
     */
    void again(Ticket ticket) {
        add(ticket);
        done(ticket);
    }

    /**
     * Takes a run out of those that wait.
     *
     * @return whether it waited; if not, it was started or was never there
     */
    public boolean withdraw(RunFolder run) {
        return remove(file(host.waiting(), Ticket.key(run)));
    }

    /**
     * Gives a waiting run another priority.
     *
     * @return whether it waits
     */
    public boolean prioritise(RunFolder run, int priority) {
        var file = file(host.waiting(), Ticket.key(run));
        var ticket = Files.exists(file) ? read(file) : Optional.<Ticket>empty();
        // Where a scheduler starts it at this instant, it finds a second ticket and drops it.
        ticket.ifPresent(there -> add(there.withPriority(priority)));
        return ticket.isPresent();
    }

    /** Whether the run waits or was started and its end not yet noticed. */
    public boolean holds(RunFolder run) {
        var key = Ticket.key(run);
        return Files.exists(file(host.waiting(), key)) || Files.exists(file(host.working(), key));
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw JsonFile.unwritable(file, new UncheckedIOException(e));
        }
    }

    private static Path file(Path folder, String key) {
        return folder.resolve(key + ENDING);
    }
}
