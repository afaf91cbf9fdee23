// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names in the trash: {@code FOLDER-20260131T235959Z}, with a number behind it when taken.
 *
 * @param folder how the folder was called
 * @param removed when it was removed, to the second
 */
record TrashName(String folder, Instant removed) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FORM =
            Pattern.compile("(?<folder>[^.].*)-(?<time>\\d{8}T\\d{6}Z)(-\\d+)?");

    static Optional<TrashName> of(Path entry) {
        var matcher = FORM.matcher(entry.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var time = Instant.from(TIME.parse(matcher.group("time")));
            return Optional.of(new TrashName(matcher.group("folder"), time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The name, the first time or again. */
    String text(int times) {
        var once = folder + "-" + TIME.format(removed);
        return times == 1 ? once : once + "-" + times;
    }
}
