// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.InputException;
import org.penumbra.io.files.Sha256;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git, which changes nothing by being asked. */
final class GitCommand {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_TEXT = 64 << 20;

    private final Path folder;

    GitCommand(Path folder) {
        this.folder = folder;
    }

    /** One line of its answer; empty where it has none, or there is no git. */
    Optional<String> line(String... arguments) {
        var out = new ByteArrayOutputStream();
        var done = ask((bytes, count) -> keep(out, bytes, count), arguments);
        var text = out.toString(StandardCharsets.UTF_8).strip();
        return done && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /**
     * Its answer.
     *
     * @throws InputException when it fails
     */
    byte[] bytes(String... arguments) {
        var out = new ByteArrayOutputStream();
        require(ask((bytes, count) -> keep(out, bytes, count), arguments), arguments);
        return out.toByteArray();
    }

    /**
     * The hash of its answer; empty when it says nothing.
     *
     * @throws InputException when it fails
     */
    Optional<String> sha256(String... arguments) {
        var digest = new Sha256();
        var length = new long[1];
        var done =
                ask(
                        (bytes, count) -> {
                            digest.update(ByteBuffer.wrap(bytes, 0, count));
                            length[0] += count;
                        },
                        arguments);
        require(done, arguments);
        return length[0] == 0 ? Optional.empty() : Optional.of(digest.hex());
    }

    private interface Sink {
        void take(byte[] bytes, int count);
    }

    private void keep(ByteArrayOutputStream out, byte[] bytes, int count) {
        if (out.size() + count > MOST_TEXT) {
            throw new InputException(
                    "git lists too many files in %s: list the code's files in sources"
                            .formatted(folder));
        }
        out.write(bytes, 0, count);
    }

    private void require(boolean done, String... arguments) {
        if (!done) {
            throw new InputException(
                    "git %s fails in %s: mend the repository, or list the code's files in sources"
                            .formatted(arguments[0], folder));
        }
    }

    private boolean ask(Sink sink, String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var in = process.getInputStream()) {
                drain(in, sink);
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void drain(InputStream in, Sink sink) throws IOException {
        var buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sink.take(buffer, n);
        }
    }
}
