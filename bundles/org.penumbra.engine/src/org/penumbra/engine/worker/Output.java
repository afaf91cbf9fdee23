// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.util.Map;

/** JSON lines on the standard output: the worker's only voice towards who started it. */
final class Output {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Output() {}

    /** Prints one object as one line. */
    static synchronized void line(JsonObject object) {
        System.out.println(GSON.toJson(object));
        System.out.flush();
    }

    /** Prints figures and texts as one line. */
    static void line(Map<String, ?> values) {
        line(GSON.toJsonTree(values).getAsJsonObject());
    }

    /** Prints the sentence of a failure. */
    static void error(String sentence) {
        line(Map.of("error", sentence));
    }
}
