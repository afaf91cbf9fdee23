// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;

/**
 * A JSON object's checksum over itself: the last field, {@code sha256}, is the SHA-256 of the
 * canonical form (RFC 8785) of the others. A disk that forgets a bit is noticed by it; it is no
 * protection against somebody who means harm.
 */
public final class Seal {
    private static final String FIELD = "sha256";

    private Seal() {}

    /** The same object with its checksum. */
    public static JsonObject on(JsonObject content) {
        var sealed = bare(content);
        sealed.addProperty(FIELD, CanonicalJson.sha256(sealed));
        return sealed;
    }

    /**
     * Checks an object that a file holds. One without a checksum passes: earlier releases wrote
     * none, and who edits a file on purpose takes it out.
     *
     * @return the same
     * @throws InputException when the checksum is that of another content
     */
    public static Fields check(Fields fields) {
        if (fields.object().has(FIELD) && !intact(fields.object())) {
            throw new InputException(
                    ("%s is damaged: its content does not fit its field sha256 (if you edited it on"
                                    + " purpose, remove that field)")
                            .formatted(fields.where()));
        }
        return fields;
    }

    private static boolean intact(JsonObject object) {
        return object.get(FIELD) instanceof JsonPrimitive sum
                && sum.getAsString().equals(CanonicalJson.sha256(bare(object)));
    }

    private static JsonObject bare(JsonObject object) {
        var bare = new JsonObject();
        object.asMap().forEach(bare::add);
        bare.remove(FIELD);
        return bare;
    }
}
