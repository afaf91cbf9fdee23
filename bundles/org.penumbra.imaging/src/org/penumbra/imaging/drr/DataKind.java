// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.io.InputException;

import java.nio.file.Path;

/** What a path on the command line holds, told from its content. */
public enum DataKind {
    /** A folder in MedNeRF's layout; see {@link DrrFolder}. */
    DRR_FOLDER;

    /**
     * Looks at what lies at a path.
     *
     * @throws InputException when it is of no known kind, saying what was found and what is
     *     accepted
     */
    public static DataKind detect(Path path) {
        DrrFolder.names(path);
        return DRR_FOLDER;
    }
}
