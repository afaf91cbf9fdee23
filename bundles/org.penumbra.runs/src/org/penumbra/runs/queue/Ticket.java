// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.files.Sha256;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One run's place in the queue.
 *
 * @param run the run folder, absolute
 * @param priority the larger, the earlier
 * @param order among equal priorities the smaller one is earlier: when it was queued
 * @param wish what the run needs to start
 * @param device where it works; empty while it waits
 * @param losses how often its worker was lost in a row without having come further
 * @param lossStep the newest checkpoint's step at the last loss
 */
public record Ticket(
        Path run, int priority, long order, Wish wish, String device, int losses, long lossStep) {

    /** The order in which runs start. */
    static final Comparator<Ticket> ORDER =
            Comparator.comparingInt(Ticket::priority)
                    .reversed()
                    .thenComparingLong(Ticket::order)
                    .thenComparing(Ticket::key);

    private static final int KEY = 32;

    /** A run that begins to wait. */
    static Ticket of(RunFolder run, int priority, long order, Wish wish) {
        return new Ticket(real(run.path()), priority, order, wish, "", 0, -1);
    }

    /** A link or a relative path must not give a run a second place in the queue. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    static String key(RunFolder run) {
        return key(real(run.path()));
    }

    private static String key(Path run) {
        return Sha256.of(run.toString().getBytes(StandardCharsets.UTF_8)).substring(0, KEY);
    }

    /** The name of its file: a run has one place in the queue. */
    String key() {
        return key(run);
    }

    Ticket on(String place) {
        return new Ticket(run, priority, order, wish, place, losses, lossStep);
    }

    Ticket withPriority(int other) {
        return new Ticket(run, other, order, wish, device, losses, lossStep);
    }

    /** The same after its worker was lost; a run that came further since counts anew. */
    Ticket lost(long step) {
        int inARow = step > lossStep ? 1 : losses + 1;
        return new Ticket(run, priority, order, wish, "", inARow, step);
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("run", run.toString());
        json.addProperty("priority", priority);
        json.addProperty("order", order);
        json.addProperty("slots", wish.slots());
        json.addProperty("threads", wish.threads());
        json.add("devices", array(wish.devices()));
        json.addProperty("worker", wish.worker().toString());
        var environment = new JsonObject();
        wish.environment().forEach(environment::addProperty);
        json.add("environment", environment);
        json.addProperty("device", device);
        json.addProperty("losses", losses);
        json.addProperty("lossStep", lossStep);
        return json;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static Ticket of(Fields json) {
        json.format("formatVersion", 1);
        return new Ticket(
                Path.of(json.text("run")),
                Math.toIntExact(json.whole("priority")),
                json.whole("order"),
                wish(json),
                json.text("device"),
                Math.toIntExact(json.whole("losses")),
                json.whole("lossStep"));
    }

    private static Wish wish(Fields json) {
        return new Wish(
                json.texts("devices"),
                Math.toIntExact(json.whole("slots")),
                Math.toIntExact(json.whole("threads")),
                Path.of(json.text("worker")),
                Map.copyOf(json.fields("environment").texts()));
    }
}
