// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts programs of this project and of Slurm.
 *
 * @param folder where they work, and where what they print is kept
 * @param environment what is set beside this process's environment
 */
record Commands(Path folder, Map<String, String> environment) {

    /** What one command printed and how it ended. */
    record Ended(int code, String out, String err) {

        Ended expect(int expected) {
            assertEquals(expected, code, () -> "stdout:\n" + out + "\nstderr:\n" + err);
            return this;
        }
    }

    /** A command that is at work. */
    record Started(Process process, Path out, Path err) {

        Ended end() {
            try {
                int code = process.waitFor();
                return new Ended(code, Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("penumbra"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    Ended run(Object... command) {
        return start(List.of(command)).end();
    }

    Ended penumbra(Object... arguments) {
        return start(penumbraWith(List.of(arguments))).end();
    }

    Started startPenumbra(List<?> arguments) {
        return start(penumbraWith(arguments));
    }

    private static List<Object> penumbraWith(List<?> arguments) {
        var command = new ArrayList<Object>();
        command.add(root().resolve("penumbra"));
        command.addAll(arguments);
        return command;
    }

    private Started start(List<?> command) {
        try {
            var out = Files.createTempFile(folder, "out", ".txt");
            var err = Files.createTempFile(folder, "err", ".txt");
            var builder =
                    new ProcessBuilder(command.stream().map(Object::toString).toList())
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
