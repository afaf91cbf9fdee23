// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file name of MedNeRF's layout, such as {@code 01_xray0007.png} or {@code 01_bbg_xray0007.png}.
 */
record DrrName(ViewKey key, Path file) {
    private static final Pattern NAME = Pattern.compile("(\\d{2,6})_(?:bbg_)?xray(\\d{4})\\.png");

    /** Reads the name; empty where it does not follow the layout. */
    static Optional<DrrName> of(Path file) {
        var match = NAME.matcher(file.getFileName().toString());
        if (!match.matches()) {
            return Optional.empty();
        }
        var key = new ViewKey(match.group(1), Integer.parseInt(match.group(2)));
        return Optional.of(new DrrName(key, file));
    }
}
