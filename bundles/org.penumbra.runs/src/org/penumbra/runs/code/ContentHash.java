// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.files.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The SHA-256 of files by their names below a folder and their contents. */
public final class ContentHash {
    private static final int BUFFER = 1 << 16;

    private ContentHash() {}

    /**
     * The hash, the same wherever the folder lies and in whatever order the files are named.
     *
     * @param folder the folder that names count from
     * @param files files below it
     * @return 64 hexadecimal digits
     * @throws org.penumbra.io.InputException when a file cannot be read
     */
    public static String of(Path folder, List<Path> files) {
        var digest = new Sha256();
        files.stream()
                .distinct()
                .sorted(Comparator.comparing(file -> name(folder, file)))
                .forEach(file -> add(digest, name(folder, file), file));
        return digest.hex();
    }

    /** A file's path below the folder, with slashes. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void add(Sha256 digest, String name, Path file) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).flip());
        digest.update(ByteBuffer.wrap(content(file).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String content(Path file) {
        var digest = new Sha256();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(ByteBuffer.wrap(buffer, 0, n));
            }
        } catch (IOException e) {
            throw CodeFingerprint.unreadable(file, e);
        }
        return digest.hex();
    }
}
