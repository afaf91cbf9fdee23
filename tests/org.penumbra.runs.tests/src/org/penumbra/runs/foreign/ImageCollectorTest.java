// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.renders.Renders;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

class ImageCollectorTest {
    @TempDir Path folder;
    private final List<String> warnings = new ArrayList<>();

    private Renders renders() {
        return new Renders(folder.resolve("renders"), 3);
    }

    private ImageCollector collector(String pattern) {
        return new ImageCollector(folder, ImagePattern.parse(pattern), renders(), 3, warnings::add);
    }

    private Path image(String name, int type, int width, int height, int sample)
            throws IOException {
        var image = new BufferedImage(width, height, type);
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
            for (int i = 0; i < width * height; i++) {
                image.getRaster().setSample(i % width, i / width, band, sample);
            }
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path grey(String name, int size, int sample) throws IOException {
        return image(name, BufferedImage.TYPE_BYTE_GRAY, size, size, sample);
    }

    @Test
    void allViewsOfAStepComeTogetherInTheirOrder() throws IOException {
        grey("out/7/v10_90.5.png", 2, 255);
        grey("out/7/v2_0.png", 2, 0);
        collector("out/{step}/v{view}_{angle}.png").finish();
        var render = renders().read(7);
        assertEquals(
                List.of("01:2", "01:10"), render.views().stream().map(Object::toString).toList());
        assertArrayEquals(new double[] {0, 90.5}, render.angles());
        assertArrayEquals(new float[] {0, 0, 0, 0, 1, 1, 1, 1}, render.pixels());
        assertEquals(List.of(), warnings);
    }

    @Test
    void greyOfSixteenBitsAndColoursBecomeGrey() throws IOException {
        image("a/1.png", BufferedImage.TYPE_USHORT_GRAY, 1, 1, 32768);
        image("b/1.png", BufferedImage.TYPE_3BYTE_BGR, 1, 1, 51);
        collector("*/{step}.png").finish();
        var render = renders().read(1);
        assertArrayEquals(new float[] {32768 / 65535f, 0.2f}, render.pixels(), 1e-6f);
        assertTrue(Double.isNaN(render.angles()[0]), "no name says the angle");
    }

    @Test
    void whatIsNotSquareIsFilledUp() throws IOException {
        image("1.png", BufferedImage.TYPE_BYTE_GRAY, 3, 1, 255);
        collector("{step}.png").finish();
        assertArrayEquals(new float[] {1, 1, 1, 0, 0, 0, 0, 0, 0}, renders().read(1).pixels());
    }

    @Test
    void damagedAndUnfittingImagesAreWarningsAndNoFailure() throws IOException {
        grey("1-0.png", 2, 255);
        grey("1-1.png", 3, 255);
        Files.writeString(folder.resolve("1-2.png"), "no image");
        Files.writeString(folder.resolve("2-0.png"), "no image either");
        var collector = collector("{step}-{view}.png");
        collector.finish();
        collector.finish();
        assertEquals(List.of(1L), renders().steps());
        assertEquals(1, renders().read(1).views().size());
        assertEquals(3, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).contains("1-1.png has 3 x 3 pixels"), warnings::toString);
        assertTrue(warnings.get(1).contains("1-2.png"), warnings::toString);
    }

    @Test
    void aStepIsTakenWhenItsFilesRest() throws IOException {
        var collector = collector("{step}-{view}.png");
        grey("1-0.png", 2, 255);
        collector.poll();
        assertEquals(List.of(), renders().steps());
        grey("1-1.png", 2, 255);
        collector.poll();
        assertEquals(List.of(), renders().steps(), "it has changed since the last look");
        collector.poll();
        assertEquals(2, renders().read(1).views().size());
        grey("1-2.png", 2, 255);
        collector.finish();
        assertEquals(3, renders().read(1).views().size());
    }

    @Test
    void onlyTheNewestStepsAreRead() throws IOException {
        for (int step = 1; step <= 9; step++) {
            Files.writeString(folder.resolve(step + ".png"), "damaged");
        }
        collector("{step}.png").finish();
        assertEquals(3, warnings.size());
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        grey("elsewhere/1.png", 2, 255);
        var work = Files.createDirectories(folder.resolve("work"));
        Files.createSymbolicLink(work.resolve("imgs"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(work.resolve("1.png"), folder.resolve("elsewhere/1.png"));
        for (var pattern : List.of("imgs/{step}.png", "**/{step}.png", "{step}.png")) {
            new ImageCollector(work, ImagePattern.parse(pattern), renders(), 3, warnings::add)
                    .finish();
        }
        assertEquals(List.of(), renders().steps());
    }
}
