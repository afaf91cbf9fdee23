// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checkpoint whose files agree with their checksums.
 *
 * @param step the last step that is contained in it
 * @param path its folder
 */
public record Checkpoint(long step, Path path) {

    /** One of its files. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** SHA-256 of its manifest, in hexadecimal: equal for checkpoints of equal content. */
    public String identity() {
        return Manifest.sum(path);
    }

    /**
     * Copies its files, the manifest among them. Never links: damage to one would be damage to
     * both.
     *
     * @param folder exists and is empty
     * @throws IOException when a file cannot be read or written
     */
    public void copyInto(Path folder) throws IOException {
        for (var name : Manifest.names(path)) {
            var target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(file(name), target);
        }
    }
}
