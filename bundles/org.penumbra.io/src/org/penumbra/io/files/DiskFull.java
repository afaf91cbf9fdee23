// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a full disk, or a quota that is used up, from other reasons why writing fails. */
public final class DiskFull {
    /** ENOSPC and EDQUOT of Linux and macOS, and the same of Windows. */
    private static final List<String> REASONS =
            List.of(
                    "No space left on device",
                    "Disk quota exceeded",
                    "Disc quota exceeded",
                    "There is not enough space on the disk");

    /** Less than any file needs that a run writes. */
    private static final long NOTHING = 4 << 10;

    private DiskFull() {}

    /**
     * Whether that is why something failed.
     *
     * @param failure what failed
     * @param place where it was written; it counts too that there is no room left there now,
     *     because the system words its reasons in the user's language
     * @return whether room would have helped
     */
    public static boolean caused(Throwable failure, Path place) {
        return causes(failure).anyMatch(DiskFull::saysSo)
                || (causes(failure).anyMatch(IOException.class::isInstance) && !hasRoom(place));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean saysSo(Throwable failure) {
        var message = failure.getMessage();
        return message != null && REASONS.stream().anyMatch(message::contains);
    }

    private static boolean hasRoom(Path place) {
        try {
            return Files.getFileStore(place).getUsableSpace() >= NOTHING;
        } catch (IOException e) {
            return true;
        }
    }
}
