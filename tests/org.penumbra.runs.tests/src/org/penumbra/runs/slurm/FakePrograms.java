// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * Shell scripts under the names of Slurm's programs. Each notes its arguments, one line a call.
 *
 * @param folder where they are
 */
record FakePrograms(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static FakePrograms in(Path folder) throws IOException {
        return new FakePrograms(Files.createDirectories(folder.resolve("bin")));
    }

    /** A program that does what these lines say. */
    FakePrograms with(String name, String... lines) throws IOException {
        var text =
                "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"${0%/*}/"
                        + name
                        + ".calls\"\n"
                        + String.join("\n", lines)
                        + "\n";
        var file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** What a program answers. */
    FakePrograms answering(String name, String out) throws IOException {
        Files.writeString(folder.resolve(name + ".out"), out);
        return with(name, "cat \"$0.out\"");
    }

    Slurm slurm() {
        return slurm(PATIENCE);
    }

    Slurm slurm(Duration patience) {
        return new Slurm(folder.toString(), patience);
    }

    Program program(String name) {
        return new Program(name, folder.toString(), PATIENCE);
    }

    /** These first, then the system's own. */
    String path() {
        return folder + File.pathSeparator + System.getenv("PATH");
    }

    /** The arguments of every call. */
    List<String> calls(String name) throws IOException {
        var file = folder.resolve(name + ".calls");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
