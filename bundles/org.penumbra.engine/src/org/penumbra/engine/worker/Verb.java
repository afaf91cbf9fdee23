// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.util.List;

/** Something that the worker can be asked to do. */
interface Verb {
    /**
     * Does it.
     *
     * @param arguments what follows the verb on the command line
     * @return the exit code of the process
     */
    int run(List<String> arguments);
}
