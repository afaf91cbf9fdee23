// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.foreign.EventFollower;
import org.penumbra.runs.foreign.ImageCollector;
import org.penumbra.runs.json.Fields;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows what a program writes, into its run's curves and renders. */
final class Watch implements AutoCloseable {
    private static final int IMAGES_EVERY = 4;

    private final Optional<EventFollower> events;
    private final Optional<ImageCollector> images;
    private final Consumer<String> log;
    private int looks;

    /**
     * @param positions how far earlier attempts copied each event file
     */
    Watch(
            RunFolder folder,
            Attempt attempt,
            ExternalSettings settings,
            RunValues values,
            WorkFolder work,
            Map<String, Long> positions,
            Consumer<String> log) {
        this.log = log;
        events =
                Optional.of(settings.eventFolder())
                        .filter(text -> !text.isEmpty())
                        .map(text -> work.place(values.inner(text)))
                        .map(
                                place ->
                                        new EventFollower(
                                                place,
                                                settings.tags(),
                                                passed(folder),
                                                positions,
                                                attempt::openEvents));
        images =
                Optional.of(settings.images())
                        .filter(text -> !text.isEmpty())
                        .map(text -> ImagePattern.parse(values.inner(text)))
                        .map(pattern -> collector(folder, work, pattern));
    }

    private static Map<String, Long> passed(RunFolder folder) {
        var passed = new HashMap<String, Long>();
        Curves.read(folder).forEach((tag, points) -> passed.put(tag, points.getLast().step()));
        return passed;
    }

    private ImageCollector collector(RunFolder folder, WorkFolder work, ImagePattern pattern) {
        var resources = new Fields(folder.description().resources(), "resources");
        int keep =
                resources.has("keepRenders") ? Math.toIntExact(resources.whole("keepRenders")) : 5;
        return new ImageCollector(work.path(), pattern, folder.renders(), keep, log);
    }

    /** Copies what is new. */
    void poll() {
        events.ifPresent(EventFollower::poll);
        if (looks++ % IMAGES_EVERY == 0) {
            images.ifPresent(ImageCollector::poll);
        }
    }

    /** Copies all that earlier attempts left uncopied; the program is not at work. */
    void catchUp() {
        events.ifPresent(Watch::drain);
    }

    /** Copies the rest when the program has ended. */
    void finish() {
        events.ifPresent(Watch::drain);
        events.ifPresent(follower -> follower.damage().forEach(log));
        images.ifPresent(ImageCollector::finish);
    }

    private static void drain(EventFollower follower) {
        while (follower.poll()) {
            // Each look takes a bounded part.
        }
    }

    /** The largest step of the run that still counts; -1 before the first. */
    long step() {
        return events.map(EventFollower::step).orElse(-1L);
    }

    /** How far each event file was copied. */
    Map<String, Long> positions() {
        return events.map(EventFollower::positions).orElse(Map.of());
    }

    @Override
    public void close() {
        events.ifPresent(EventFollower::close);
    }
}
