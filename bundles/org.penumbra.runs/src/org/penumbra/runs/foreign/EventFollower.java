// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import org.penumbra.io.InputException;
import org.penumbra.runs.events.Event;
import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.events.EventTail;
import org.penumbra.runs.events.Point;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Copies the scalars of another program's event files into an event log of this one, as the files
 * grow and as new ones appear.
 *
 * <p>A file in which a curve begins at a step that it has passed already in another file means that
 * the program went back: what was written from there on is superseded. Files follow each other by
 * the time in their names.
 */
public final class EventFollower implements AutoCloseable {
    private static final int AT_ONCE = 50_000;

    private final Path folder;
    private final Map<String, String> tags;
    private final LongFunction<EventLog> opener;
    private final Map<String, EventTail> tails = new TreeMap<>();
    private final Map<String, Long> positions;
    private final Set<String> continued;
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Long> passed;
    private final Map<String, Point> last = new LinkedHashMap<>();
    private final Map<String, String> damage = new LinkedHashMap<>();
    private EventLog log;
    private long step;

    /**
     * @param folder where the files are; it may come later
     * @param tags other names for curves
     * @param passed the last step of every curve in earlier attempts
     * @param positions how far earlier attempts came in each file
     * @param opener opens this program's log; gets the first step that will be in it
     */
    public EventFollower(
            Path folder,
            Map<String, String> tags,
            Map<String, Long> passed,
            Map<String, Long> positions,
            LongFunction<EventLog> opener) {
        this.folder = folder;
        this.tags = Map.copyOf(tags);
        this.positions = new TreeMap<>(positions);
        this.continued = new HashSet<>(positions.keySet());
        this.passed = new LinkedHashMap<>(passed);
        this.step = passed.values().stream().mapToLong(Long::longValue).max().orElse(-1);
        this.opener = opener;
    }

    /**
     * Copies what is new.
     *
     * @return whether there was anything
     */
    public boolean poll() {
        var any = false;
        for (var file : EventFile.below(folder)) {
            any |= copy(file, read(file));
        }
        if (log != null && any) {
            log.flush();
        }
        return any;
    }

    private List<Event> read(EventFile file) {
        var from = positions.getOrDefault(file.name(), 0L);
        var tail = tails.computeIfAbsent(file.name(), name -> new EventTail(file.file(), from));
        var events = new ArrayList<Event>();
        next(tail, events)
                .ifPresentOrElse(
                        sentence -> damage.put(file.name(), sentence),
                        () -> damage.remove(file.name()));
        positions.put(file.name(), tail.position());
        return events;
    }

    /** A file that is gone again, or not to be read, is no reason to end. */
    private static Optional<String> next(EventTail tail, List<Event> events) {
        try {
            return tail.next(AT_ONCE, events::add);
        } catch (InputException e) {
            return Optional.of(e.getMessage());
        }
    }

    private boolean copy(EventFile file, List<Event> events) {
        events.stream().filter(EventFollower::isUsed).forEach(event -> copy(file, event));
        return !events.isEmpty();
    }

    private static boolean isUsed(Event event) {
        return event.step() >= 0
                && (event.content() instanceof Event.Scalars
                        || event.content() instanceof Event.SessionStart);
    }

    private void copy(EventFile file, Event event) {
        switch (event.content()) {
            case Event.SessionStart start -> beginAgain(file);
            case Event.Scalars(var values) -> {
                values.forEach(value -> copy(file, event, value));
                step = Math.max(step, event.step());
            }
            default -> {}
        }
    }

    /** From here on the curves of the file may go back once more. */
    private void beginAgain(EventFile file) {
        continued.remove(file.name());
        begun.removeIf(name -> name.startsWith(file.name() + "\n"));
    }

    private void open(long first) {
        if (log == null) {
            // Nothing that earlier attempts wrote is superseded unless a curve goes back.
            log = opener.apply(step < 0 ? first : step + 1);
        }
    }

    private void restart(long at) {
        log.restart(at);
        passed.replaceAll((tag, most) -> Math.min(most, at - 1));
        last.values().removeIf(point -> point.step() >= at);
        step = at - 1;
    }

    private void copy(EventFile file, Event event, Event.Scalar value) {
        var own = file.tag(value.tag());
        var tag = tags.getOrDefault(own, own);
        open(event.step());
        // A value at the very same step is no step back: programs write some at every start.
        if (begins(file, tag) && passed.getOrDefault(tag, -1L) > event.step()) {
            restart(event.step());
        }
        passed.merge(tag, event.step(), Math::max);
        log.scalar(event.wallTime(), tag, event.step(), value.value());
        var old = last.get(tag);
        if (old == null || old.step() <= event.step()) {
            last.put(tag, new Point(event.step(), value.value(), event.wallTime()));
        }
    }

    private boolean begins(EventFile file, String tag) {
        return !continued.contains(file.name()) && begun.add(file.name() + "\n" + tag);
    }

    /** The largest step of the run that still counts; -1 before the first. */
    public long step() {
        return step;
    }

    /** The last value of every curve that was copied. */
    public Map<String, Point> last() {
        return Map.copyOf(last);
    }

    /** How far each file was read, for the next attempt. */
    public Map<String, Long> positions() {
        return Map.copyOf(positions);
    }

    /**
     * One sentence for every file that ends, as far as it is written, in the middle of a record.
     */
    public List<String> damage() {
        return List.copyOf(damage.values());
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
