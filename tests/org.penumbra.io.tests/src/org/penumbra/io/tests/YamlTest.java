// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.io.json.Yaml;
import org.penumbra.testing.TemporaryFolder;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.nio.charset.StandardCharsets;
import java.util.Collections;

class YamlTest {
    @Test
    void readsWellAndQuotesWhatOlderReadersWouldMisread() {
        var tree =
                Json.parse(
                        "{\"name\":\"MedNeRF/seed"
                                + " 1\",\"instances\":[\"01\",\"no\",\"1e3\"],\"rate\":1e-7,"
                                + "\"steps\":100000,\"big\":1e30,\"half\":0.5,"
                                + "\"on\":true,\"none\":null,\"empty\":{}}");
        assertEquals(
                """
                name: MedNeRF/seed 1
                instances:
                - "01"
                - "no"
                - "1e3"
                rate: 1.0e-7
                steps: 100000
                big: 1.0e+30
                half: 0.5
                "on": true
                none: null
                empty: {}
                """,
                Yaml.write(tree));
    }

    @Property
    void saysWhatTheJsonSays(@ForAll("trees") JsonElement tree) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(Yaml.write(tree));
        var back = new Gson().newBuilder().serializeNulls().create().toJsonTree(loaded);
        assertEquals(canonical(tree), canonical(back));
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll("trees") JsonElement tree) {
        try (var folder = TemporaryFolder.create()) {
            var bytes = Yaml.write(tree).getBytes(StandardCharsets.UTF_8);
            var file = folder.file("x.yaml", bytes);
            assertEquals(canonical(tree), canonical(Yaml.parse(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2",
                "a: [",
                "--- 1\n--- 2",
                "a: !!binary aGk=",
                "a: &x [*x]",
                "a: \t- b"
            })
    void refusesWhatIsNoTree(String text) {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("x.yaml", text.getBytes(StandardCharsets.UTF_8));
            var message = assertThrows(InputException.class, () -> Yaml.parse(file)).getMessage();
            assertTrue(message.contains("x.yaml") && message.lines().count() == 1, message);
        }
    }

    @Test
    void aliasesCannotBlowUp() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            var one = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(i, i, String.join(", ", Collections.nCopies(10, one))));
        }
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("x.yaml", bomb.toString().getBytes(StandardCharsets.UTF_8));
            assertThrows(InputException.class, () -> Yaml.parse(file));
        }
    }

    @Provide
    Arbitrary<JsonElement> trees() {
        return JsonTrees.any();
    }

    private static String canonical(JsonElement tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }
}
