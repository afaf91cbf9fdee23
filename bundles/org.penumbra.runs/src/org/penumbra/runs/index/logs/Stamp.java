// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file may have changed, without reading it.
 *
 * @param size in bytes
 * @param rest when it was changed and which file it is, as text
 */
public record Stamp(long size, String rest) {

    /** The stamp of a file with these attributes. */
    public static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                        + " "
                        + attributes.fileKey());
    }

    @Override
    public String toString() {
        return size + " " + rest;
    }
}
