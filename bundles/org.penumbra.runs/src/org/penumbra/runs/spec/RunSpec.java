// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.spec;

import com.google.gson.JsonObject;

import org.penumbra.io.json.CanonicalJson;
import org.penumbra.model.Variant;

/**
 * All that decides a run's outcome: method, settings, data by content, seed. Names, notes, places,
 * evaluation and resources are not in it.
 *
 * @param json {@code {"format", "method": {"name", "version"}, "settings", "data", "seed"}}, and
 *     {@code "code"} where the method is a program that is not part of this one
 */
public record RunSpec(JsonObject json) {
    private static final int FORMAT = 1;

    // Raised when a method is corrected so that equal settings give other results.
    private static final int METHOD_VERSION = 1;

    /**
     * The spec of one training.
     *
     * @param variant the settings, every factor resolved
     * @param data the data part, see {@link org.penumbra.runs.data.DataSource}
     * @param seed the key of the random numbers
     */
    public static RunSpec of(Variant variant, JsonObject data, long seed) {
        var method = new JsonObject();
        method.addProperty("name", variant.eClass().getName());
        method.addProperty("version", METHOD_VERSION);
        var json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("method", method);
        json.add("settings", ExternalSpec.settings(variant));
        json.add("data", data);
        json.addProperty("seed", seed);
        return new RunSpec(json);
    }

    /**
     * The same, with the code of its program.
     *
     * @param fingerprint see {@link org.penumbra.runs.code.CodeFingerprint}
     */
    public RunSpec with(String fingerprint) {
        var more = json.deepCopy();
        more.addProperty("code", fingerprint);
        return new RunSpec(more);
    }

    /** SHA-256 of the canonical JSON (RFC 8785), in hexadecimal. */
    public String id() {
        return CanonicalJson.sha256(json);
    }

    /**
     * The identity of everything but the seed, and of a foreign run but what it left: equal for
     * runs that are repetitions.
     */
    public String configurationId() {
        var rest = json.deepCopy();
        rest.remove("seed");
        rest.remove("content");
        return CanonicalJson.sha256(rest);
    }
}
