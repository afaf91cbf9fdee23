// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.png;

import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads 8- and 16-bit grey and RGB PNG files from sources that are not trusted. */
public final class PngFile {
    static {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        ImageIO.setUseCache(false);
    }

    private PngFile() {}

    /**
     * Reads an image. RGB becomes grey by the luma of ITU-R BT.601.
     *
     * @throws InputException when the file is no whole PNG of these forms or has more than 16384
     *     pixels a side; nothing is allocated before that is known
     */
    public static GreyImage read(Path file) {
        var budget = new MemoryBudget();
        var bytes = bytes(file, budget);
        try {
            var png = PngChunks.check(bytes);
            budget.take(png.decodedBytes(), file.toString());
            return grey(raster(png.essential()), png.maximum());
        } catch (InputException e) {
            throw e;
        } catch (PngDamage | IOException | RuntimeException e) {
            throw new InputException(
                    "%s is not a readable PNG image: %s".formatted(file, reason(e)), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof PngDamage
                ? e.getMessage()
                : "its pixel data are damaged; make or copy the file again";
    }

    /** The file, of which checking makes a copy. */
    private static byte[] bytes(Path file, MemoryBudget budget) {
        try {
            budget.take(2 * Files.size(file), file.toString());
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read; check that it is a readable file", e);
        }
    }

    /** Decodes with a strict reader: what it would only warn of is damage here. */
    private static Raster raster(byte[] png) throws IOException, PngDamage {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        var warnings = new StringBuilder();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.addIIOReadWarningListener((source, text) -> warnings.append(text));
            reader.setInput(stream, true, true);
            var raster = reader.read(0).getRaster();
            if (!warnings.isEmpty()) {
                throw new PngDamage("its pixel data are damaged; make or copy the file again");
            }
            return raster;
        } finally {
            reader.dispose();
        }
    }

    private static GreyImage grey(Raster raster, int maximum) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        var pixels = new float[width * raster.getHeight()];
        var samples = new int[width * bands];
        for (int row = 0; row < raster.getHeight(); row++) {
            raster.getPixels(0, row, width, 1, samples);
            for (int x = 0; x < width; x++) {
                pixels[row * width + x] = (float) (luma(samples, x * bands, bands) / maximum);
            }
        }
        return new GreyImage(width, raster.getHeight(), pixels);
    }

    /** In whole thousandths, so that equal channels give exactly their own value. */
    private static double luma(int[] samples, int at, int bands) {
        return bands == 1
                ? samples[at]
                : (299L * samples[at] + 587L * samples[at + 1] + 114L * samples[at + 2]) / 1000.0;
    }
}
