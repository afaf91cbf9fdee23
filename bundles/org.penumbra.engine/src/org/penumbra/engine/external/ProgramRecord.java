// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one attempt leaves to the next about its program: {@code program.json} in the run folder.
 *
 * @param host the machine that it was started on; empty before the first start
 * @param pid the program's process
 * @param started when that process began, by which it is told from a later one of that id
 * @param seconds how long the program was at work in all attempts
 * @param positions how far each event file was copied
 */
record ProgramRecord(
        String host, long pid, String started, double seconds, Map<String, Long> positions) {
    private static final String FILE = "program.json";
    private static final Duration CLOCK = Duration.ofSeconds(3);

    /** The record of a run; a new one where there is none. */
    static ProgramRecord read(Path run) {
        var file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return new ProgramRecord("", 0, "", 0, Map.of());
        }
        try {
            return of(Fields.read(file));
        } catch (InputException e) {
            throw new InputException(
                    e.getMessage() + " (remove that file, and the program is started anew)", e);
        }
    }

    private static ProgramRecord of(Fields json) {
        json.format("formatVersion", 1);
        var positions = new LinkedHashMap<String, Long>();
        var files = json.fields("positions");
        files.object().keySet().forEach(name -> positions.put(name, files.whole(name)));
        return new ProgramRecord(
                json.text("host"),
                json.whole("pid"),
                json.text("started"),
                json.number("seconds"),
                positions);
    }

    /** Whether the program was started in the work folder before. */
    boolean hasStarted() {
        return !host.isEmpty();
    }

    /** The same for a program that was just started. */
    ProgramRecord with(ProcessHandle program) {
        return new ProgramRecord(
                Host.name(), program.pid(), start(program).orElse(""), seconds, positions);
    }

    /** The same with progress. */
    ProgramRecord with(double spent, Map<String, Long> copied) {
        return new ProgramRecord(host, pid, started, spent, copied);
    }

    /** The program of an attempt that is gone, if it still works on this machine. */
    Optional<ProcessHandle> leftover() {
        return hasStarted() && host.equals(Host.name())
                ? ProcessHandle.of(pid).filter(this::isMeant)
                : Optional.empty();
    }

    private boolean isMeant(ProcessHandle process) {
        return process.isAlive()
                && !started.isEmpty()
                && process.info().startInstant().filter(this::isStart).isPresent();
    }

    /** The system counts from its own start, which it knows by its clock: that may be set. */
    private boolean isStart(Instant start) {
        var apart = Duration.between(Instant.parse(started), start).abs();
        return apart.compareTo(CLOCK) < 0;
    }

    private static Optional<String> start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString);
    }

    /**
     * Ends a program that outlived its worker, so that no two write to one folder.
     *
     * @return whether there was one
     */
    boolean endLeftover(String signal, Duration patience) {
        var program = leftover();
        program.ifPresent(
                process ->
                        new ProgramGroup(process, ProgramGroup.hasGroups()).end(signal, patience));
        return program.isPresent();
    }

    /** Writes the record. */
    void write(Path run) {
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("host", host);
        json.addProperty("pid", pid);
        json.addProperty("started", started);
        json.addProperty("seconds", seconds);
        var files = new JsonObject();
        positions.forEach(files::addProperty);
        json.add("positions", files);
        JsonFile.write(run.resolve(FILE), json);
    }
}
