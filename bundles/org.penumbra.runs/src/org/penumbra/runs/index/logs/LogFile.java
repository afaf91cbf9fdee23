// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import java.nio.file.Path;

/**
 * An event file as it was found.
 *
 * @param path where it is
 * @param name its path inside the run folder, with slashes
 * @param stamp its size, time of change and identity
 */
public record LogFile(Path path, String name, Stamp stamp) {

    /** How many bytes it had; what was appended since counts as not written yet. */
    public long size() {
        return stamp.size();
    }
}
