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
import org.penumbra.imaging.drr.DataKind;
import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class DrrFolderTest {
    @TempDir Path folder;

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void orbit(String instance, int views) throws IOException {
        for (int i = 0; i < views; i++) {
            put("%s_xray%04d.png".formatted(instance, i), Pictures.grey(16, 16, i));
        }
    }

    /** The message, which is one sentence and names what it is about. */
    private String refusal(String... mentions) {
        var message = assertThrows(InputException.class, () -> DrrFolder.read(folder)).getMessage();
        for (var mention : mentions) {
            assertTrue(message.contains(mention), message);
        }
        assertTrue(message.lines().count() == 1, message);
        return message;
    }

    @Test
    void readsBothFormsOfNamesAndLeavesOtherFilesAlone() throws IOException {
        put("01_xray0000.png", Pictures.grey(16, 16, 1));
        put("02_bbg_xray0000.png", Pictures.grey(16, 16, 2));
        put("notes.txt", new byte[] {1});
        put("x01_xray0001.png", new byte[] {1});
        var set = DrrFolder.read(folder);
        assertEquals(List.of("01", "02"), set.instances());
        assertEquals(16, set.imageSize());
        assertEquals("drr-folder", set.kind());
        float[] pixels = set.view(new ViewKey("02", 0)).pixels();
        assertEquals(Pictures.value(3, 5, 2) / 255f, pixels[5 * 16 + 3]);
    }

    @Test
    void anglesDivideTheCircleByTheViewsOfAnOrbit() throws IOException {
        orbit("01", 8);
        assertArrayEquals(new double[] {0, 45, 90, 135, 180, 225, 270, 315}, azimuths(), 0);
    }

    @Test
    void anglesStayWhereViewsWereTakenOut() throws IOException {
        orbit("01", 8);
        Files.delete(folder.resolve("01_xray0003.png"));
        assertEquals(20.0, azimuths()[4 - 1]);
        orbit("02", 8);
        assertEquals(180.0, azimuths()[4 - 1]);
    }

    private double[] azimuths() {
        return DrrFolder.read(folder).views().stream()
                .mapToDouble(DrrView::azimuthDegrees)
                .toArray();
    }

    @Test
    void reducesByAveragingAreas() throws IOException {
        put("01_xray0000.png", Pictures.grey(16, 16, 0));
        var whole = DrrFolder.read(folder).views().getFirst().pixels();
        var reduced = DrrFolder.read(folder, 4);
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += whole[(i / 4) * 16 + i % 4];
        }
        assertEquals(4, reduced.imageSize());
        assertEquals(sum / 16, reduced.views().getFirst().pixels()[0], 1e-6);
        assertThrows(InputException.class, () -> DrrFolder.read(folder, 32));
        assertThrows(InputException.class, () -> DrrFolder.read(folder, 0));
    }

    @Test
    void refusesAMissingFolderAFileAndAnEmptyFolder() throws IOException {
        refusal("is empty", "01_xray0000.png");
        put("image.png", Pictures.grey(16, 16, 0));
        refusal("image.png", "01_xray0000.png");
        for (var path : List.of(folder.resolve("image.png"), folder.resolve("gone"))) {
            var e = assertThrows(InputException.class, () -> DrrFolder.read(path));
            assertTrue(e.getMessage().contains(path + " is "), e.getMessage());
        }
    }

    @Test
    void refusesAnotherSize() throws IOException {
        orbit("01", 2);
        put("01_xray0002.png", Pictures.grey(24, 24, 0));
        refusal("01_xray0002.png", "24 x 24", "16 x 16", "one size");
    }

    @Test
    void refusesAnImageThatIsNotSquare() throws IOException {
        put("01_xray0000.png", Pictures.grey(16, 20, 0));
        refusal("01_xray0000.png", "16 x 20", "squares");
    }

    @Test
    void refusesATruncatedImage() throws IOException {
        orbit("01", 2);
        var whole = Pictures.grey(16, 16, 0);
        put("01_xray0001.png", Arrays.copyOf(whole, whole.length - 20));
        refusal("01_xray0001.png", "cut off");
    }

    @Test
    void refusesAViewThatIsThereTwice() throws IOException {
        orbit("01", 2);
        put("01_bbg_xray0001.png", Pictures.grey(16, 16, 0));
        refusal("01_bbg_xray0001.png", "01_xray0001.png", "01:1", "remove one");
    }

    @Test
    void isFoundByContent() throws IOException {
        assertThrows(InputException.class, () -> DataKind.detect(folder));
        orbit("01", 1);
        assertEquals(DataKind.DRR_FOLDER, DataKind.detect(folder));
    }
}
