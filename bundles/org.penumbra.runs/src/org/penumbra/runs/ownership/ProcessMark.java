// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import com.google.gson.JsonObject;

import org.penumbra.runs.folder.Host;
import org.penumbra.runs.json.Fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells one process from every other one, also from a later one with the same number.
 *
 * @param host the machine's name
 * @param boot which start of that machine, empty where the system does not tell
 * @param space the space of process numbers (containers have their own), empty where there is one
 * @param pid the process number
 * @param started when the process was started, in the system's own measure
 */
public record ProcessMark(String host, String boot, String space, long pid, String started) {
    private static final String BOOT = read("/proc/sys/kernel/random/boot_id");
    private static final String SPACE = link("/proc/self/ns/pid");

    /** Whether a process is still there. */
    public enum Life {
        /** It is there. */
        ALIVE,
        /** It is gone. */
        GONE,
        /** It is, or was, where this machine cannot look. */
        UNKNOWN
    }

    /** This process. */
    public static ProcessMark own() {
        return of(ProcessHandle.current());
    }

    /** A process of this machine. */
    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(Host.name(), BOOT, SPACE, process.pid(), started(process));
    }

    /** Whether the process is still there. */
    public Life life() {
        if (!host.equals(Host.name())) {
            return Life.UNKNOWN;
        }
        if (!boot.equals(BOOT)) {
            return Life.GONE;
        }
        if (!space.equals(SPACE)) {
            return Life.UNKNOWN;
        }
        return ProcessHandle.of(pid).filter(this::same).isPresent() ? Life.ALIVE : Life.GONE;
    }

    private boolean same(ProcessHandle process) {
        return process.isAlive() && started(process).equals(started);
    }

    /** The process, if it is alive on this machine. */
    public Optional<ProcessHandle> process() {
        return life() == Life.ALIVE ? ProcessHandle.of(pid) : Optional.empty();
    }

    /** As it is kept in files. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("host", host);
        json.addProperty("boot", boot);
        json.addProperty("space", space);
        json.addProperty("pid", pid);
        json.addProperty("started", started);
        return json;
    }

    /**
     * From a file.
     *
     * @throws org.penumbra.io.InputException when a field is missing
     */
    public static ProcessMark of(Fields json) {
        return new ProcessMark(
                json.text("host"),
                json.text("boot"),
                json.text("space"),
                json.whole("pid"),
                json.text("started"));
    }

    /** Clock ticks since boot where the kernel tells: a clock that is set does not move them. */
    private static String started(ProcessHandle process) {
        var stat = read("/proc/" + process.pid() + "/stat");
        if (!stat.isEmpty()) {
            // The program's name in brackets may hold anything; the 20th field behind it counts.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
        }
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String link(String file) {
        try {
            return Files.readSymbolicLink(Path.of(file)).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
