// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.imaging.png.GreyImage;
import org.penumbra.imaging.png.PngFile;
import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;
import org.penumbra.model.external.ImagePattern.Place;
import org.penumbra.runs.renders.Renders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The images of one step, brought to one square array. */
final class StepImages {
    private static final String INSTANCE = "01";
    private static final Comparator<Found> ORDER =
            Comparator.comparing((Found found) -> found.place().instance().orElse(INSTANCE))
                    .thenComparing(found -> found.place().view().orElse(-1))
                    .thenComparing(found -> found.place().angle().orElse(-1000))
                    .thenComparing(found -> found.entry().name());

    private final Consumer<String> warnings;
    private final MemoryBudget budget = new MemoryBudget();
    private final TreeMap<ViewKey, GreyImage> images = new TreeMap<>();
    private final List<Double> angles = new ArrayList<>();

    /** A file that fits the pattern. */
    record Found(FileTree.Entry entry, Place place) {}

    StepImages(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * Reads the files that can be read and writes them as the renders of a step.
     *
     * @return whether there was any
     */
    boolean save(long step, List<Found> files, Renders renders) {
        files.stream().sorted(ORDER).forEach(this::add);
        if (images.isEmpty()) {
            return false;
        }
        var first = images.firstEntry().getValue();
        int size = Math.max(first.width(), first.height());
        var pixels = new float[images.size() * size * size];
        int at = 0;
        for (var image : images.values()) {
            copy(image, size, pixels, at++ * size * size);
        }
        var azimuths = angles.stream().mapToDouble(Double::doubleValue).toArray();
        renders.save(step, List.copyOf(images.keySet()), azimuths, size, pixels);
        return true;
    }

    private void add(Found found) {
        try {
            add(found, PngFile.read(found.entry().file()));
        } catch (InputException e) {
            warnings.accept(e.getMessage());
        }
    }

    private void add(Found found, GreyImage image) {
        var name = found.entry().name();
        var key = key(found.place());
        if (images.containsKey(key)) {
            warnings.accept("%s is a second image of view %s; it is left out".formatted(name, key));
        } else if (!images.isEmpty() && !fits(image)) {
            warnings.accept(
                    "%s has %d x %d pixels, unlike others of its step; it is left out"
                            .formatted(name, image.width(), image.height()));
        } else {
            int side = Math.max(image.width(), image.height());
            budget.take(2L * side * side * Float.BYTES, name);
            images.put(key, image);
            angles.add(found.place().angle().orElse(Double.NaN));
        }
    }

    /** Sorted files come in the order of their keys, so that the next free number is the last. */
    private ViewKey key(Place place) {
        return new ViewKey(place.instance().orElse(INSTANCE), place.view().orElse(images.size()));
    }

    private boolean fits(GreyImage image) {
        var first = images.firstEntry().getValue();
        return image.width() == first.width() && image.height() == first.height();
    }

    /** What is missing to a square stays black, on the right or below. */
    private static void copy(GreyImage image, int size, float[] pixels, int offset) {
        for (int row = 0; row < image.height(); row++) {
            System.arraycopy(
                    image.pixels(),
                    row * image.width(),
                    pixels,
                    offset + row * size,
                    image.width());
        }
    }
}
