// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

/** Where progress is shown. */
sealed interface View permits LiveView, PlainView {

    /** Prints a line that stays. */
    void say(String line);

    /** Shows where a run stands. */
    void show(Progress progress);

    /** Shows what is left of all runs. */
    void outlook(String line);

    /** Shows a run no longer. */
    void remove(String name);
}
