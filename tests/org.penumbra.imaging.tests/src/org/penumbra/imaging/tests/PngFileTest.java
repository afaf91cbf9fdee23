// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.imaging.png.GreyImage;
import org.penumbra.imaging.png.PngFile;
import org.penumbra.io.InputException;
import org.penumbra.testing.Allocation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PngFileTest {
    @TempDir Path folder;

    private GreyImage read(byte[] bytes) throws IOException {
        return PngFile.read(Files.write(folder.resolve("image.png"), bytes));
    }

    private void refused(byte[] bytes, String why) {
        var e = assertThrows(InputException.class, () -> read(bytes));
        assertTrue(e.getMessage().contains("image.png"), e.getMessage());
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void readsEveryPixel() throws IOException {
        var image = read(Pictures.grey(9, 5, 3));
        assertEquals(9, image.width());
        assertEquals(5, image.height());
        for (int i = 0; i < 45; i++) {
            assertEquals(Pictures.value(i % 9, i / 9, 3) / 255f, image.pixels()[i]);
        }
    }

    @Test
    void sixteenBitsAndEqualChannelsGiveTheSameGrey() throws IOException {
        var grey = read(Pictures.grey(9, 5, 3)).pixels();
        var deep = Pictures.png(9, 5, BufferedImage.TYPE_USHORT_GRAY, 3);
        assertArrayEquals(grey, read(deep).pixels());
        var colour = Pictures.png(9, 5, BufferedImage.TYPE_INT_RGB, 3);
        assertArrayEquals(grey, read(colour).pixels());
    }

    @Test
    void coloursBecomeTheirLuma() throws IOException {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x3060C0);
        double luma = (0.299 * 0x30 + 0.587 * 0x60 + 0.114 * 0xC0) / 255;
        assertEquals(luma, read(Pictures.encoded(image)).pixels()[0], 1e-6);
    }

    @Test
    void refusesTransparencyAndPalettes() {
        refused(Pictures.png(4, 4, BufferedImage.TYPE_INT_ARGB, 0), "without transparency");
        refused(Pictures.png(4, 4, BufferedImage.TYPE_BYTE_INDEXED, 0), "palette");
        refused(Pictures.png(4, 4, BufferedImage.TYPE_BYTE_BINARY, 0), "8 or 16 bits");
    }

    @Test
    void refusesMonstrousHeadersBeforeDecoding() {
        var small = Pictures.grey(4, 4, 0);
        refused(Pictures.claiming(small, 16385, 4), "16385 x 4");
        refused(Pictures.claiming(small, -1, -1), "4294967295");
        refused(Pictures.claiming(small, 0, 4), "0 x 4");
        refused(Pictures.claiming(small, 16384, 16384), "promises more pixels");
        refused(Pictures.claiming(small, 4, 5), "pixel data are damaged");
    }

    @Test
    void aHeaderAloneAllocatesNothing() throws IOException {
        var bytes = Pictures.claiming(Pictures.grey(4, 4, 0), 16384, 16384);
        var file = Files.write(folder.resolve("image.png"), bytes);
        long allocated =
                Allocation.during(
                        () -> assertThrows(InputException.class, () -> PngFile.read(file)));
        assertTrue(allocated < 1 << 20, allocated + " bytes allocated");
    }

    @Test
    void refusesOtherFilesAndMissingOnes() {
        refused("GIF89a and more".getBytes(), "convert it to PNG");
        refused(new byte[0], "convert it to PNG");
        var missing = folder.resolve("missing.png");
        assertThrows(InputException.class, () -> PngFile.read(missing));
        assertThrows(InputException.class, () -> PngFile.read(folder));
    }
}
