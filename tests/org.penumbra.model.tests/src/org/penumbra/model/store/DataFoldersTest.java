// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.nio.file.Path;
import java.util.Map;

class DataFoldersTest {
    private static final Path HOME = Path.of("work").toAbsolutePath();
    private static final Path EXPERIMENT = HOME.resolve("x.penumbra");
    private final DataFolders folders =
            DataFolders.of(Map.of("PENUMBRA_DATA", HOME.resolve("d").toString()));

    @Test
    void resolvesRelativeToTheExperimentAndByVariable() {
        assertEquals(HOME.resolve("knee"), folders.resolve("knee", EXPERIMENT));
        assertEquals(HOME.resolveSibling("knee"), folders.resolve("../knee", EXPERIMENT));
        assertEquals(HOME.resolve("d/knee"), folders.resolve("${data}/knee", EXPERIMENT));
        assertEquals(HOME.resolve("d"), folders.resolve("${data}", EXPERIMENT));
    }

    @Test
    void writesWhatItResolves() {
        assertEquals("${data}/knee", folders.written(HOME.resolve("d/knee"), EXPERIMENT));
        assertEquals("${data}", folders.written(HOME.resolve("d"), EXPERIMENT));
        assertEquals("../knee", folders.written(HOME.resolveSibling("knee"), EXPERIMENT));
        assertEquals("knee", folders.written(HOME.resolve("knee"), EXPERIMENT));
    }

    @Test
    void refusesAVariableWithoutValue() {
        var none = DataFolders.of(Map.of("PENUMBRA_DATA", ""));
        var message =
                assertThrows(InputException.class, () -> none.resolve("${data}/knee", EXPERIMENT))
                        .getMessage();
        assertTrue(message.contains("PENUMBRA_DATA") && message.contains("--data"), message);
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThrows(InputException.class, () -> folders.resolve("a\0b", EXPERIMENT));
    }
}
