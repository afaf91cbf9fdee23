// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.imaging.png.GreyImage;
import org.penumbra.imaging.png.PngFile;
import org.penumbra.imaging.resample.AreaAverage;
import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Reads a folder in MedNeRF's layout: square PNG images of one size named {@code NN_xrayKKKK.png}
 * or {@code NN_bbg_xrayKKKK.png}, NN the instance and KKKK the view's index on a full horizontal
 * circle. Other files are left alone.
 */
public final class DrrFolder {
    private static final int PUBLISHED_VIEWS = 72;
    private static final String EXPECTED =
            "square PNG images named 01_xray0000.png or 01_bbg_xray0000.png";

    private DrrFolder() {}

    /**
     * Reads every view at its own size.
     *
     * @throws InputException when the folder, a name or an image is not as described
     */
    public static DrrSet read(Path folder) {
        return read(names(folder), 0);
    }

    /**
     * Reads every view, reduced to {@code imageSize} pixels a side by averaging areas.
     *
     * @throws InputException also when the images are smaller than that
     */
    public static DrrSet read(Path folder, int imageSize) {
        if (imageSize < 1) {
            throw new InputException(
                    "an image size of %d is asked for; ask for 1 or more".formatted(imageSize));
        }
        return read(names(folder), imageSize);
    }

    /** The images of a folder by their names, sorted; never empty. */
    static List<DrrName> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    "%s is %s; name a folder of %s"
                            .formatted(
                                    folder, Files.exists(folder) ? "a file" : "missing", EXPECTED));
        }
        try (var files = Files.list(folder)) {
            var all = files.toList();
            var names =
                    all.stream()
                            .flatMap(file -> DrrName.of(file).stream())
                            .sorted((a, b) -> a.key().compareTo(b.key()))
                            .toList();
            if (names.isEmpty()) {
                throw new InputException(nothing(folder, all));
            }
            return distinct(names);
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(folder + " cannot be listed; check its permissions", e);
        }
    }

    private static String nothing(Path folder, List<Path> all) {
        var found =
                all.isEmpty()
                        ? "is empty"
                        : "holds none among its %d entries, such as %s"
                                .formatted(all.size(), all.getFirst().getFileName());
        return "%s %s; expected are %s".formatted(folder, found, EXPECTED);
    }

    private static List<DrrName> distinct(List<DrrName> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            var first = sorted.get(i - 1);
            var second = sorted.get(i);
            if (first.key().equals(second.key())) {
                throw new InputException(
                        "%s and %s are both view %s; remove one of them"
                                .formatted(
                                        second.file(), first.file().getFileName(), second.key()));
            }
        }
        return sorted;
    }

    private static DrrSet read(List<DrrName> names, int imageSize) {
        var views = new ArrayList<DrrView>();
        int circle = circle(names);
        int side = 0;
        var budget = new MemoryBudget();
        for (var name : names) {
            var image = square(name.file());
            side = side == 0 ? same(image.width(), imageSize, name) : side;
            if (image.width() != side) {
                throw new InputException(otherSize(name, image.width(), names.getFirst(), side));
            }
            int size = imageSize == 0 ? side : imageSize;
            budget.take((long) size * size * Float.BYTES, name.file().toString());
            var pixels = AreaAverage.resize(image.pixels(), side, size);
            double azimuth = 360.0 * name.key().index() / circle;
            views.add(new DrrView(name.key(), azimuth, pixels));
        }
        return new DrrSet("drr-folder", imageSize == 0 ? side : imageSize, views);
    }

    private static int same(int side, int imageSize, DrrName name) {
        if (imageSize > side) {
            throw new InputException(
                    "%s has %d x %d pixels; ask for an image size of at most %d, not %d"
                            .formatted(name.file(), side, side, side, imageSize));
        }
        return side;
    }

    private static GreyImage square(Path file) {
        var image = PngFile.read(file);
        if (image.width() != image.height()) {
            throw new InputException(
                    "%s has %d x %d pixels; crop or pad the images to squares of one size"
                            .formatted(file, image.width(), image.height()));
        }
        return image;
    }

    private static String otherSize(DrrName name, int side, DrrName first, int expected) {
        return "%s has %d x %d pixels but %s has %d x %d; bring all images to one size"
                .formatted(name.file(), side, side, first.file().getFileName(), expected, expected);
    }

    /**
     * Places on the full circle. An instance without gaps says it; where all have gaps (views were
     * taken out), the published 72 unless the indices go further.
     */
    private static int circle(List<DrrName> names) {
        var counts = new HashMap<String, Integer>();
        names.forEach(name -> counts.merge(name.key().instance(), 1, Integer::sum));
        int highest = names.stream().mapToInt(name -> name.key().index()).max().orElse(0) + 1;
        return counts.containsValue(highest) ? highest : Math.max(PUBLISHED_VIEWS, highest);
    }
}
