// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import org.penumbra.engine.camera.Rays;
import org.penumbra.engine.patch.Patch;
import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.settings.FineTuningSettings;
import org.penumbra.engine.settings.RaySettings;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.imaging.resample.AreaAverage;
import org.penumbra.io.InputException;

import java.util.List;

/**
 * A view that the field is fitted to, at the size of the fitting.
 *
 * @param view the view in the data
 * @param size pixels along a side
 * @param pixels grey values in [0, 1], {@code [size * size]}
 * @param orbit where it is seen from
 */
record Target(DrrView view, int size, float[] pixels, Orbit orbit) {
    /**
     * What a step looks at.
     *
     * @param rays through the pixels
     * @param truth grey values in [-1, 1], one a ray
     * @param side rays along a side
     */
    record Look(Rays rays, float[] truth, int side) {}

    /**
     * The targets that the settings name, the first view first.
     *
     * @throws InputException where the data lack one or are smaller than it
     */
    static List<Target> of(DrrSet views, FineTuningSettings settings, Orbit orbit) {
        var instance =
                settings.instance().isEmpty() ? views.instances().getFirst() : settings.instance();
        return settings.views().stream()
                .map(index -> views.view(new ViewKey(instance, index)))
                .map(view -> of(view, views.imageSize(), settings.imageSize(), orbit))
                .toList();
    }

    private static Target of(DrrView view, int imageSize, int size, Orbit orbit) {
        if (size > imageSize) {
            throw new InputException(
                    "fineTuning/imageSize is %d, but the images have only %d pixels a side."
                            .formatted(size, imageSize));
        }
        return new Target(view, size, AreaAverage.resize(view.pixels(), imageSize, size), orbit);
    }

    /** The whole view. */
    Look whole() {
        return look(Patch.whole(size));
    }

    /** A random patch of it, of a scale between the annealed least and the largest. */
    Look patch(int side, RaySettings rays, Draw draw) {
        return look(new PatchSampler(side, rays.scaleMin(), rays.scaleMax(), 0).random(draw));
    }

    private Look look(Patch patch) {
        var truth = patch.sample(pixels, size);
        for (int i = 0; i < truth.length; i++) {
            truth[i] = 2 * truth[i] - 1;
        }
        var rays = orbit.rays(view.azimuthDegrees(), size, patch.columns(size), patch.rows(size));
        return new Look(rays, truth, patch.size());
    }
}
