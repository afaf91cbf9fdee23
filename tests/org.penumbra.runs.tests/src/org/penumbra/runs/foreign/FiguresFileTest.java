// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class FiguresFileTest {
    @TempDir Path folder;

    private Map<String, Double> read(String name, String content) throws IOException {
        return FiguresFile.read(Files.writeString(folder.resolve(name), content));
    }

    @Test
    void nestedNumbersOfJsonGetTheirPaths() throws IOException {
        assertEquals(
                Map.of("psnr", 30.5, "test/ssim", 0.9),
                read("r.json", "{\"psnr\":30.5,\"test\":{\"ssim\":0.9},\"name\":\"x\",\"l\":[1]}"));
    }

    @Test
    void theLastRowOfATableCounts() throws IOException {
        assertEquals(
                Map.of("epoch", 2.0, "psnr, dB", 31.0),
                read("r.csv", "epoch,\"psnr, dB\",note,bad\n1,30,a,1\n2,31,b,nan\n\n"));
    }

    @Test
    void refusesWhatHoldsNoFigure() {
        for (var content : new String[] {"", "{}", "[1]", "{\"a\":NaN}", "{\"a\":1,\"a\":2}"}) {
            assertThrows(InputException.class, () -> read("r.json", content), content);
        }
        assertThrows(InputException.class, () -> read("r.csv", "psnr\n"));
        assertThrows(InputException.class, () -> FiguresFile.read(folder.resolve("none.json")));
    }
}
