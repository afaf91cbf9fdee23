// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.Main;
import org.penumbra.io.json.Json;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command returned and printed.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Use(int code, String out, String err) {

    /** Runs a command as in a pipe. */
    static Use of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), false, false);
        var texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Main.run(console, texts);
        console.out().flush();
        console.err().flush();
        return new Use(code, out.toString(), err.toString());
    }

    /** The command must have done its work. */
    Use done() {
        assertEquals(0, code, err);
        return this;
    }

    /** Standard output as one JSON object. */
    JsonObject json() {
        return Json.parse(out).getAsJsonObject();
    }

    /** The command must have refused its input in one sentence that holds these words. */
    void refused(String... words) {
        assertEquals(2, code, out + err);
        assertEquals("", out);
        assertEquals(1, err.strip().lines().count(), err);
        assertTrue(err.startsWith("penumbra: "), err);
        assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
        for (var word : words) {
            assertTrue(err.contains(word), () -> word + " is not in: " + err);
        }
    }
}
