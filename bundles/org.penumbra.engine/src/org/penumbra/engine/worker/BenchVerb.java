// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.util.List;
import org.penumbra.io.InputException;

/** {@code bench NAME}: measures how fast something is here. */
final class BenchVerb implements Verb {
    @Override
    public int run(List<String> arguments) {
        throw new InputException("There is no such measurement here.");
    }
}
