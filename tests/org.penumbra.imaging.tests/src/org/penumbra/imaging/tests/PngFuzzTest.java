// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.imaging.png.PngFile;
import org.penumbra.io.InputException;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Whatever a file holds: an image comes out or one sentence, and no other error. */
class PngFuzzTest {
    private static final byte[] GOOD = Pictures.grey(12, 12, 5);
    private static final int FIRST_DATA = 41;

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(GOOD);
    }

    @Property
    void damageIsRefusedOrHarmless(@ForAll("damaged") byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property
    void everyTruncationIsRefused(@ForAll @IntRange(max = 10_000) int cut) {
        var bytes = Arrays.copyOf(GOOD, cut % GOOD.length);
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("image.png", bytes);
            assertThrows(InputException.class, () -> PngFile.read(file));
        }
    }

    /** Damage behind a right checksum reaches the decoder. */
    @Property
    void damagedPixelDataAreRefusedOrHarmless(@ForAll int place, @ForAll byte value) {
        var bytes = ByteBuffer.wrap(GOOD.clone());
        int length = bytes.getInt(FIRST_DATA - 8);
        bytes.put(FIRST_DATA + Math.floorMod(place, length), value);
        var crc = new CRC32();
        crc.update(bytes.array(), FIRST_DATA - 4, length + 4);
        readOrRefused(bytes.putInt(FIRST_DATA + length, (int) crc.getValue()).array());
    }

    /** So does any header behind a right checksum. */
    @Property
    void anyHeaderIsRefusedOrHarmless(
            @ForAll @IntRange(min = 8, max = 12) int place, @ForAll byte value) {
        var bytes = GOOD.clone();
        bytes[16 + place] = value;
        readOrRefused(Pictures.claiming(bytes, 12, 12));
    }

    private static void readOrRefused(byte[] bytes) {
        try (var folder = TemporaryFolder.create()) {
            var image = PngFile.read(folder.file("image.png", bytes));
            assertEquals(image.width() * image.height(), image.pixels().length);
            for (float pixel : image.pixels()) {
                assertTrue(pixel >= 0 && pixel <= 1);
            }
        } catch (InputException e) {
            assertTrue(e.getMessage().contains("image.png"), e.getMessage());
        }
    }
}
