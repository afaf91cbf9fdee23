// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

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
}
