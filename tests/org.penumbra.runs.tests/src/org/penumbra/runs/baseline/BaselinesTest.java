// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.metrics.profile.MetricProfile;
import org.penumbra.runs.specimens.Specimens;

import java.util.List;

class BaselinesTest {
    private static final int SIZE = 16;

    /** Views 0 to 3 at 0, 90, 180 and 270 degrees; the greys average 0.5. */
    private static final List<DrrView> VIEWS = Specimens.views("01", SIZE, 0.2, 0.4, 0.6, 0.8);

    private static final DrrSet TRAINING = new DrrSet("phantom", SIZE, VIEWS);

    private static float first(Baseline baseline, DrrView target) {
        return baseline.predict(target)[0];
    }

    @Test
    void theMeanImageIsTheMean() {
        assertEquals(0.5f, first(new MeanImage(TRAINING), VIEWS.getFirst()), 1e-7f);
    }

    @Test
    void theNearestViewIsNeverTheViewItself() {
        var nearest = new NearestView(TRAINING);
        // 90 and 270 degrees are equally far from 0: the first one is taken.
        assertEquals(0.4f, first(nearest, VIEWS.get(0)));
        assertEquals(0.2f, first(nearest, VIEWS.get(1)));
        var asked = new DrrView(new org.penumbra.imaging.drr.ViewKey("01", 9), 300, new float[256]);
        assertEquals(0.8f, first(nearest, asked));
    }

    @Test
    void anInstanceWithoutOtherViewsIsPredictedFromTheOthers() {
        var asked = new DrrView(new org.penumbra.imaging.drr.ViewKey("02", 0), 181, new float[256]);
        assertEquals(0.6f, first(new NearestView(TRAINING), asked));
        var alone = new DrrSet("phantom", SIZE, VIEWS.subList(0, 1));
        assertArrayEquals(VIEWS.get(0).pixels(), new NearestView(alone).predict(VIEWS.get(0)));
    }

    @Test
    void baselinesAreMeasuredAsRunsAre() {
        var heldOut = Specimens.views("02", SIZE, 0.3);
        var measured =
                Baselines.measure(
                        TRAINING, VIEWS.subList(0, 1), heldOut, MetricProfile.of("mednerf"));
        var mean = measured.get("mean-image");
        // Range 2, error 2 * 0.3: 20 log10(2 / 0.6); held out, 20 log10(2 / 0.4).
        assertEquals(10.4576, mean.get("psnr"), 1e-3);
        assertEquals(13.9794, mean.get("heldout_psnr"), 1e-3);
        // The nearest of view 0 is 0.4; of instance 02 at 0 degrees, instance 01 at 0: 0.2.
        var nearest = measured.get("nearest-view");
        assertEquals(13.9794, nearest.get("psnr"), 1e-3);
        assertEquals(20, nearest.get("heldout_psnr"), 1e-3);
        assertEquals(mean.keySet(), nearest.keySet());
    }
}
