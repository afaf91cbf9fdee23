// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.imaging.phantom.Phantom;
import org.penumbra.imaging.phantom.Phantoms;
import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.List;

/**
 * Renders phantoms into the form of MedNeRF's data: a machine with nothing on it has work to do.
 */
public final class PhantomDrr {
    private static final int MOST_INSTANCES = 9999;

    private PhantomDrr() {}

    /**
     * Projects instances 1, 2, ... of a phantom, named {@code 01}, {@code 02}, ..., and maps every
     * view for display as MedNeRF does: line integrals divided by the view's own maximum, on a
     * black background.
     *
     * @throws InputException when there is no such phantom or the number of instances is not 1 to
     *     9999
     */
    public static DrrSet render(String phantom, int instances, ScanGeometry geometry) {
        if (instances < 1 || instances > MOST_INSTANCES) {
            throw new InputException(
                    "%d instances of phantom %s are asked for; ask for 1 to %d"
                            .formatted(instances, phantom, MOST_INSTANCES));
        }
        var views = new ArrayList<DrrView>();
        for (int instance = 1; instance <= instances; instance++) {
            views.addAll(
                    orbit(Phantoms.named(phantom, instance), "%02d".formatted(instance), geometry));
        }
        return new DrrSet("phantom", geometry.pixels(), views);
    }

    private static List<DrrView> orbit(Phantom phantom, String instance, ScanGeometry geometry) {
        var views = new ArrayList<DrrView>();
        for (int view = 0; view < geometry.views(); view++) {
            var integrals = EllipsoidProjector.lineIntegrals(phantom, geometry, view);
            views.add(
                    new DrrView(
                            new ViewKey(instance, view),
                            geometry.azimuthDegrees(view),
                            display(integrals)));
        }
        return views;
    }

    /** In place: divided by the maximum; nothing below 0. An empty view stays black. */
    private static float[] display(float[] integrals) {
        float maximum = 0;
        for (float value : integrals) {
            maximum = Math.max(maximum, value);
        }
        for (int i = 0; i < integrals.length; i++) {
            integrals[i] = maximum > 0 ? Math.max(0, integrals[i] / maximum) : 0;
        }
        return integrals;
    }
}
