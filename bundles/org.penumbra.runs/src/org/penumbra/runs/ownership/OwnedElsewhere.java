// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;

/** Another process works on the run; nothing of the run was touched. */
public final class OwnedElsewhere extends InputException {
    private static final long serialVersionUID = 1L;

    OwnedElsewhere(RunFolder run, String where) {
        super(
                "The run %s is at work %s: wait for it, or stop it with `penumbra pause`"
                        .formatted(run.path(), where));
    }
}
