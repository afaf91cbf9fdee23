// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.files.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class Sha256Test {
    /** FIPS 180-4, example for "abc". */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test
    void agreesWithThePublishedExample() {
        assertEquals(ABC, Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void sumsPiecesAsTheWhole() {
        var sum = new Sha256().update(new byte[] {'a'});
        sum.update(ByteBuffer.wrap(new byte[] {'b'})).update(new byte[] {'x', 'c'}, 1, 1);
        assertEquals(ABC, sum.hex());
    }

    @Test
    void sumsAFile() throws IOException {
        assertEquals(ABC, Sha256.of(Files.writeString(folder.resolve("abc"), "abc")));
    }

    @Test
    void namesAMissingFile() {
        var missing = folder.resolve("missing");
        var failure = assertThrows(InputException.class, () -> Sha256.of(missing));
        assertTrue(failure.getMessage().contains(missing.toString()), failure.getMessage());
    }
}
