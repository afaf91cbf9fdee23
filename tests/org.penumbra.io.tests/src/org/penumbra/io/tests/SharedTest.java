// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.penumbra.testing.Shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SharedTest {
    private static final String NAME = "PENUMBRA_SHARED";

    @TempDir Path folder;

    private String before;

    @BeforeEach
    void name() {
        before = System.getProperty(NAME);
        System.setProperty(NAME, folder.toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(NAME);
        } else {
            System.setProperty(NAME, before);
        }
    }

    @Test
    void findsWhatIsThere() throws IOException {
        var file = Files.writeString(folder.resolve("there"), "");
        assertEquals(file, Shared.path("there"));
    }

    @Test
    void skipsWithoutMaterialButNotWhereThatWouldHideIt() {
        Class<? extends Throwable> expected =
                System.getenv("CI") == null ? TestAbortedException.class : AssertionError.class;
        assertThrows(expected, () -> Shared.path("not-there"));
    }
}
