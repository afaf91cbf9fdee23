// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.files.AtomicFile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Writes 8-bit grey PNG files for people to look at; the floats beside them are the data. */
final class GreyPng {
    private GreyPng() {}

    /**
     * Writes one square image.
     *
     * @param file where
     * @param size pixels along a side
     * @param pixels grey values; outside [0, 1] they are cut
     */
    static void write(Path file, int size, float[] pixels) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        for (int i = 0; i < pixels.length; i++) {
            raster.setSample(
                    i % size, i / size, 0, Math.clamp(Math.round(pixels[i] * 255), 0, 255));
        }
        AtomicFile.write(file, encode(image));
    }

    private static byte[] encode(BufferedImage image) {
        // Without it ImageIO keeps its cache in a file.
        ImageIO.setUseCache(false);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
