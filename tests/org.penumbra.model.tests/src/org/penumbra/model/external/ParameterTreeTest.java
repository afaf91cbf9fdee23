// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;

import java.util.LinkedHashMap;

class ParameterTreeTest {
    private static String tree(String... namesAndValues) {
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ParameterTree.of(parameters).toString();
    }

    @Test
    void dotsNest() {
        assertEquals(
                Json.parse("{\"train\":{\"lr\":0.001,\"opt\":{\"name\":\"adam\"}},\"n\":3}"),
                Json.parse(tree("train.lr", "1e-3", "train.opt.name", "adam", "n", "3")));
    }

    @Test
    void whatIsNoJsonIsText() {
        assertEquals(
                "{\"a\":\"01\",\"b\":true,\"c\":\"True\",\"d\":[2],\"e\":\"\",\"f\":\"1\"}",
                tree("a", "01", "b", "true", "c", "True", "d", "[2]", "e", "", "f", "\"1\""));
        assertTrue(ParameterTree.value("123456789012345678901").getAsJsonPrimitive().isString());
    }

    @Test
    void aNameIsAValueOrAnObject() {
        assertThrows(InputException.class, () -> tree("a", "1", "a.b", "2"));
        assertThrows(InputException.class, () -> tree("a.b", "2", "a", "1"));
        assertThrows(InputException.class, () -> tree("a..b", "2"));
        assertThrows(InputException.class, () -> tree(".a", "2"));
    }
}
