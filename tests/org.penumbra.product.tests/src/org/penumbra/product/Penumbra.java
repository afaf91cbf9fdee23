// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script ./penumbra of this project, started from a working directory of the test's own. */
public record Penumbra(Path workingDirectory) {

    private static final Path STATE = Path.of("target", "queue").toAbsolutePath();

    /** What one command printed and how it ended. */
    public record Ended(int code, String out, String err) {

        /** Fails the test where it ended otherwise. */
        public Ended expect(int expected) {
            assertEquals(expected, code, () -> "stdout:\n" + out + "\nstderr:\n" + err);
            return this;
        }

        /** What it printed, as JSON. */
        public JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }
    }

    /** The folder of this project. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("penumbra"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** A file that comes with the product. */
    public static Path example(String name) {
        return root().resolve("examples").resolve(name);
    }

    /** Runs a command to its end. */
    public Ended run(Object... arguments) {
        try {
            var out = Files.createTempFile(workingDirectory, "out", ".txt");
            var err = Files.createTempFile(workingDirectory, "err", ".txt");
            var code = start(out, err, arguments).waitFor();
            return new Ended(code, Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command and does not wait for it. */
    public Process start(Path out, Path err, Object... arguments) throws IOException {
        var builder =
                new ProcessBuilder(command(arguments))
                        .directory(workingDirectory.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        // The queue of the tests is not that of whoever runs them.
        builder.environment().put("PENUMBRA_STATE", STATE.toString());
        return builder.start();
    }

    private static List<String> command(Object... arguments) {
        var command = new ArrayList<String>();
        command.add(root().resolve("penumbra").toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
