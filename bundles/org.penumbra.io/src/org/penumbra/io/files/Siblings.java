// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Temporary names beside a target, and the durable rename from one to the other. */
final class Siblings {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private Siblings() {}

    /**
     * A name in the target's folder that nobody else has; the leading dot hides it from listings.
     */
    static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    static void rename(Path temporary, Path target) throws IOException {
        Files.move(
                temporary,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.getParent());
    }

    /** Forces a folder's entries to the disk; Windows neither needs nor allows it. */
    static void forceFolder(Path folder) throws IOException {
        if (!WINDOWS) {
            force(folder, StandardOpenOption.READ);
        }
    }

    static void forceFile(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
