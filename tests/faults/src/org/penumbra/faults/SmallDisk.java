// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of a few MiB in memory. Only root may mount one: elsewhere the test is skipped, and fails
 * where {@code CI} is set, because there it would hide a hole.
 *
 * @param path where it is mounted
 */
record SmallDisk(Path path) implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    /** Mounts one on an empty folder. */
    static SmallDisk mount(Path folder, int mebibytes) {
        var size = "size=" + mebibytes + "m";
        var mounted =
                root("mount", "-t", "tmpfs", "-o", size, "penumbra-faults", folder.toString());
        if (!mounted && System.getenv("CI") != null) {
            throw new AssertionError("CI is set and no small disk can be mounted; run as root.");
        }
        Assumptions.assumeTrue(mounted, "only root may mount a small disk");
        return new SmallDisk(folder);
    }

    private static boolean root(String... command) {
        return succeeds(List.of(command)) || succeeds(asRoot(command));
    }

    private static List<String> asRoot(String... command) {
        var all = new ArrayList<>(List.of("sudo", "-n"));
        all.addAll(List.of(command));
        return all;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes all room that is left. */
    void fill() throws IOException {
        for (int size = CHUNK; size > 0; size /= 2) {
            append(new byte[size]);
        }
    }

    private void append(byte[] chunk) throws IOException {
        try (var out =
                Files.newOutputStream(
                        filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (!"No space left on device".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /** Gives the room back. */
    void empty() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return path.resolve("filler");
    }

    /** Lets nothing be written any more. */
    void protect() {
        if (!root("mount", "-o", "remount,ro", path.toString())) {
            throw new AssertionError(path + " cannot be protected");
        }
    }

    @Override
    public void close() {
        if (!root("umount", path.toString())) {
            throw new UncheckedIOException(new IOException(path + " cannot be unmounted"));
        }
    }
}
