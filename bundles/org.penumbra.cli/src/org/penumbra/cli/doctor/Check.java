// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.doctor;

import com.google.gson.JsonObject;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param name what
 * @param verdict whether it works
 * @param detail what was found, and what to do where it does not work
 */
public record Check(String name, Verdict verdict, String detail) {
    /** Whether something works. */
    public enum Verdict {
        /** It works. */
        OK,
        /** Not there, and only some uses need it. */
        MISSING,
        /** It does not work. */
        BROKEN
    }

    static Check ok(String name, String detail) {
        return new Check(name, Verdict.OK, detail);
    }

    static Check missing(String name, String detail) {
        return new Check(name, Verdict.MISSING, detail);
    }

    static Check broken(String name, String detail) {
        return new Check(name, Verdict.BROKEN, detail);
    }

    /** {@code ok Java 25.0.1}. */
    public String line() {
        return "%-8s %-20s %s".formatted(word(), name, detail).stripTrailing();
    }

    private String word() {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can work before this is repaired. */
    public boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }

    /** {@code {"check", "verdict", "detail"}}. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("check", name);
        json.addProperty("verdict", word());
        json.addProperty("detail", detail);
        return json;
    }
}
