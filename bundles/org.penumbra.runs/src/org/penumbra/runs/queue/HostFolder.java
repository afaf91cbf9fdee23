// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.Host;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the queue of this user on this machine lies.
 *
 * @param path a folder of this machine's own, as home folders may be shared by several
 */
public record HostFolder(Path path) {
    /** The system property, and in upper case with an underscore the variable, that names it. */
    public static final String PROPERTY = "penumbra.state";

    /**
     * The folder that {@value #PROPERTY} or {@code PENUMBRA_STATE} names, else the one for states
     * of the user's programs.
     */
    public static HostFolder here() {
        return new HostFolder(
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv("PENUMBRA_STATE")))
                        .map(Path::of)
                        .orElseGet(HostFolder::usual)
                        .toAbsolutePath()
                        .resolve(Host.name()));
    }

    private static Path usual() {
        return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("penumbra");
    }

    Path waiting() {
        return made("waiting");
    }

    Path working() {
        return made("working");
    }

    Path lock() {
        return made("").resolve("scheduler.lock");
    }

    Path leaseholder() {
        return made("").resolve("scheduler.json");
    }

    /** What the scheduler says. */
    public Path log() {
        return made("").resolve("scheduler.log");
    }

    private Path made(String name) {
        var folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw JsonFile.unwritable(folder, new UncheckedIOException(e));
        }
    }
}
