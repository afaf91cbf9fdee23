// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.io.json.Yaml;
import org.penumbra.model.external.ParameterTree;
import org.penumbra.testing.TemporaryFolder;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SettingsTextTest {
    private static final Map<String, String> GRAF =
            new LinkedHashMap<>(Map.of("training.lr_g", "0.0005"));

    private static String file(String format, Map<String, String> parameters) {
        return SettingsText.of(format, parameters, "").file().orElseThrow();
    }

    @Test
    void sectionsAreWrittenAsGrafTakesThem() {
        var parameters = new LinkedHashMap<>(GRAF);
        parameters.put("expname", "knee run");
        parameters.put("data.datadir", "/x y/z");
        assertEquals(
                List.of(
                        "--training:lr_g", "0.0005",
                        "--expname", "knee run",
                        "--data:datadir", "/x y/z"),
                SettingsText.of("sections", parameters, "").arguments());
    }

    @Test
    void anEmptyArgumentIsABareFlag() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("eval", "");
        parameters.put("config.name", "a.txt");
        assertEquals(
                List.of("--eval", "--config.name", "a.txt"),
                SettingsText.of("arguments", parameters, "").arguments());
    }

    @Test
    void yamlSaysWhatOldReadersUnderstand() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("train.lrate", "1e-3");
        parameters.put("train.resume", "true");
        parameters.put("network.skips", "[2]");
        parameters.put("exp.expname", "no");
        assertEquals(
                """
                train:
                  lrate: 0.001
                  resume: true
                network:
                  skips:
                  - 2
                exp:
                  expname: "no"
                """,
                file("yaml", parameters));
    }

    @Test
    void templatesAreTakenAsTheyAre() {
        assertEquals("lr = 1\n", SettingsText.of("template", GRAF, "lr = 1\n").file().get());
        assertTrue(SettingsText.of("none", GRAF, "").file().isEmpty());
        assertThrows(InputException.class, () -> SettingsText.of("toml", GRAF, ""));
    }

    @Property
    void jsonReadsBackAsWhatTheTextsMean(@ForAll("parameters") Map<String, String> parameters) {
        var read = Json.parse(file("json", parameters)).getAsJsonObject();
        parameters.forEach(
                (name, text) ->
                        assertEquals(
                                canonical(ParameterTree.value(text)),
                                canonical(at(read, name)),
                                name));
    }

    @Property(tries = 300)
    void yamlReadsBackAsWhatTheTextsMean(@ForAll("parameters") Map<String, String> parameters) {
        try (var folder = TemporaryFolder.create()) {
            var bytes = file("yaml", parameters).getBytes(StandardCharsets.UTF_8);
            var read = Yaml.parse(folder.file("settings.yaml", bytes));
            assertEquals(canonical(ParameterTree.of(parameters)), canonical(read));
        }
    }

    @Property
    void argumentsKeepEveryTextAsOneWord(@ForAll("parameters") Map<String, String> parameters) {
        var arguments = SettingsText.of("arguments", parameters, "").arguments();
        int at = 0;
        for (var parameter : parameters.entrySet()) {
            assertEquals("--" + parameter.getKey(), arguments.get(at++));
            if (!parameter.getValue().isEmpty()) {
                assertEquals(parameter.getValue(), arguments.get(at++));
            }
        }
        assertEquals(arguments.size(), at);
    }

    private static JsonElement at(JsonObject tree, String name) {
        var parts = name.split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            tree = tree.getAsJsonObject(parts[i]);
        }
        return tree.get(parts[parts.length - 1]);
    }

    private static String canonical(JsonElement tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    /** Names of two levels at most, sections and plain names apart, with texts of every kind. */
    @Provide
    Arbitrary<Map<String, String>> parameters() {
        var word = Arbitraries.of("lr", "n", "yes", "1", "weird name", "ä", "a-b", "~");
        var names = Arbitraries.oneOf(word.map(n -> "s." + n), word.map(n -> "t." + n), word);
        var texts =
                Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("aZ09 -_.:#'\"\\{}[],&*!|>%@`\n\tä中\u2028~=")
                                .ofMaxLength(12),
                        Arbitraries.of(
                                "true",
                                "no",
                                "null",
                                "~",
                                "1e-3",
                                "01",
                                "-0.0",
                                "0x1F",
                                "1_000",
                                "12:30",
                                "2026-11-25",
                                "[1, [2]]",
                                "{\"a\": {}}",
                                "\"1\"",
                                "",
                                "99999999999999999999",
                                "1e308",
                                "1e400",
                                ".5",
                                "+1"),
                        Arbitraries.doubles().map(String::valueOf),
                        Arbitraries.longs().between(-(1L << 52), 1L << 52).map(String::valueOf));
        return Arbitraries.maps(names, texts).ofMaxSize(6);
    }
}
