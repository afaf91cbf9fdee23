// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.io.InputException;
import org.penumbra.model.external.InnerPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a program works in, kept over all attempts of its run. */
final class WorkFolder {
    private static final String OUT = "out";

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** The work folder of a run, with the folder for its output. */
    static WorkFolder of(Path run) {
        try {
            var path = Files.createDirectories(run.resolve("work")).toRealPath();
            Files.createDirectories(path.resolve(OUT));
            return new WorkFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    Path out() {
        return path.resolve(OUT);
    }

    /**
     * A place inside.
     *
     * @param inner a relative path
     * @throws InputException when it leads out, be it by a link
     */
    Path place(String inner) {
        var place = InnerPath.in(path, inner);
        if (!holds(place)) {
            throw new InputException(
                    "%s leads out of the run's work folder by a link: remove that link"
                            .formatted(place));
        }
        return place;
    }

    /** Whether a place, as far as it exists, is inside. */
    boolean holds(Path place) {
        var there = place;
        while (!Files.exists(there)) {
            if (Files.isSymbolicLink(there)) {
                return false;
            }
            there = there.getParent();
        }
        try {
            return there.toRealPath().startsWith(path);
        } catch (IOException e) {
            return false;
        }
    }
}
