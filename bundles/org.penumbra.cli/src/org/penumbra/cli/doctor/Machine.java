// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.doctor;

import org.penumbra.io.InputException;
import org.penumbra.runs.slurm.Slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks at the machine itself; nothing here needs the engine.
 *
 * @param environment the environment variables
 * @param runs the runs folder
 */
public record Machine(Map<String, String> environment, Path runs) {
    private static final int JAVA = 25;
    private static final long GIB = 1L << 30;
    private static final long LEAST_SPACE = 2 * GIB;
    private static final String GTK = "libgtk-3.so.0";
    private static final List<Path> LIBRARIES =
            Stream.of("/usr/lib", "/usr/lib64", "/lib", "/usr/local/lib").map(Path::of).toList();

    /** All checks, in the order in which they are shown. */
    public List<Check> checks() {
        return List.of(java(), display(), gtk(), space(), writable(), slurm());
    }

    private static Check java() {
        var version = Runtime.version();
        return version.feature() >= JAVA
                ? Check.ok("Java", version.toString())
                : Check.broken("Java", "%s is older than %d".formatted(version, JAVA));
    }

    private Check display() {
        if (!linux()) {
            return Check.ok("Display", System.getProperty("os.name"));
        }
        return Stream.of("WAYLAND_DISPLAY", "DISPLAY")
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .map(name -> Check.ok("Display", name + "=" + environment.get(name)))
                .findFirst()
                .orElse(Check.missing("Display", "none: the commands work, the window does not"));
    }

    private Check gtk() {
        if (!linux()) {
            return Check.ok("GTK", "not needed here");
        }
        return LIBRARIES.stream()
                .filter(Machine::hasGtk)
                .map(folder -> Check.ok("GTK", GTK + " below " + folder))
                .findFirst()
                .orElse(
                        Check.missing(
                                "GTK",
                                GTK + " not found: the window needs it (package libgtk-3-0)"));
    }

    /** In the folder itself, or in that of the architecture below it. */
    private static boolean hasGtk(Path folder) {
        try (var below = Files.list(folder)) {
            return Files.exists(folder.resolve(GTK))
                    || below.anyMatch(inner -> Files.exists(inner.resolve(GTK)));
        } catch (IOException e) {
            return false;
        }
    }

    private Check space() {
        try {
            long free = Files.getFileStore(existing()).getUsableSpace();
            var detail = "%.1f GiB free for %s".formatted(free / (double) GIB, runs);
            return free >= LEAST_SPACE
                    ? Check.ok("Disk space", detail)
                    : Check.missing("Disk space", detail + ": a long experiment may fill it");
        } catch (IOException e) {
            return Check.missing("Disk space", "not known: " + e.getMessage());
        }
    }

    /** A file that was written is the only proof. */
    private Check writable() {
        var folder = existing();
        try {
            Files.delete(Files.createTempFile(folder, ".penumbra", ".tmp"));
            return Check.ok("Runs folder", runs.toString());
        } catch (IOException e) {
            return Check.broken(
                    "Runs folder",
                    "%s cannot be written: correct its permissions, or name another with --runs"
                            .formatted(folder));
        }
    }

    /** The runs folder, or the nearest folder above it that is there. */
    private Path existing() {
        return Stream.iterate(
                        runs.toAbsolutePath().normalize(),
                        folder -> folder != null,
                        Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static Check slurm() {
        try {
            return Slurm.onPath()
                    .version()
                    .map(version -> Check.ok("Slurm", version))
                    .orElse(Check.missing("Slurm", "no sbatch on PATH: only --slurm needs it"));
        } catch (InputException e) {
            return Check.missing("Slurm", e.getMessage());
        }
    }

    private static boolean linux() {
        return System.getProperty("os.name").startsWith("Linux");
    }
}
