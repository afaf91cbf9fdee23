// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;

import java.nio.file.Path;

class InnerPathTest {
    private static final Path FOLDER = Path.of("work").toAbsolutePath();

    @Test
    void detoursAreTakenOut() {
        assertEquals("a/c", InnerPath.of("./a//b/../c/."));
        assertEquals("", InnerPath.of("."));
        assertEquals(FOLDER.resolve("out/x"), InnerPath.in(FOLDER, "out/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../x",
                "a/../../x",
                "/etc/passwd",
                "C:/x",
                "c:x",
                "~/x",
                "a\\..\\x",
                "a\nb"
            })
    void whatLeadsOutIsRefused(String text) {
        assertThrows(InputException.class, () -> InnerPath.of(text));
        assertTrue(InnerPath.fault(text).isPresent());
    }

    @Property
    void nothingLeadsOut(@ForAll("texts") String text) {
        try {
            var place = InnerPath.in(FOLDER, text).toAbsolutePath().normalize();
            assertTrue(place.startsWith(FOLDER), text);
        } catch (InputException refused) {
            assertTrue(refused.getMessage().endsWith("."));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("..", ".", "/", "a", "\\", "~", "C:", "//", "b/", "\0", " ")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
