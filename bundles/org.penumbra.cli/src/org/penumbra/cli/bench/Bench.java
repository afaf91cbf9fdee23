// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import com.google.gson.JsonObject;

/** A measurement. */
@FunctionalInterface
public interface Bench {
    /** Measures; the names of the figures hold their units. */
    JsonObject measure() throws InterruptedException;
}
