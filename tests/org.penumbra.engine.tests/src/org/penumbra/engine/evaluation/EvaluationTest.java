// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.method.Trainer;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.runs.results.Scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class EvaluationTest {
    private static final int SIZE = 16;
    private static final ViewKey FITTED = new ViewKey("01", 0);

    /** Instance 01 with grey 0, 0.1, ... at every 60 degrees; 02 is white. */
    private static DrrSet views() {
        var views = new ArrayList<DrrView>();
        for (int i = 0; i < 6; i++) {
            views.add(new DrrView(new ViewKey("01", i), 60 * i, grey(i / 10f)));
            views.add(new DrrView(new ViewKey("02", i), 60 * i, grey(1)));
        }
        return new DrrSet("phantom", SIZE, views);
    }

    private static float[] grey(float value) {
        var pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, value);
        return pixels;
    }

    /** Renders black from everywhere. */
    private record Black() implements Trainer {
        @Override
        public String phase() {
            return "fine-tuning";
        }

        @Override
        public long step() {
            return 1;
        }

        @Override
        public long steps() {
            return 1;
        }

        @Override
        public boolean finished() {
            return true;
        }

        @Override
        public Map<String, Double> advance() {
            return Map.of();
        }

        @Override
        public List<ViewKey> fittedViews() {
            return List.of(FITTED);
        }

        @Override
        public float[] render(double azimuth, int size) {
            return new float[size * size];
        }

        @Override
        public void save(Path folder) {}

        @Override
        public void restore(Path folder) {}

        @Override
        public void close() {}
    }

    private static Evaluation evaluation(String... heldOut) {
        return new Evaluation(views(), DrrSplit.of(List.of(heldOut)), List.of(FITTED), "mednerf");
    }

    @Test
    void measuresTheFittedInstanceOnly() {
        var evaluation = evaluation("01:1", "01:4", "02:3");
        var predictions = evaluation.predict(new Black());
        assertEquals(
                List.of(FITTED, new ViewKey("01", 1), new ViewKey("01", 4)), predictions.keys());
        assertEquals(240, predictions.azimuths()[2]);
        var means = Scores.means(evaluation.scores(predictions));
        // Black against 0.1 and 0.4: 20 dB and 7.96 dB, whatever the range.
        assertEquals((20 + 20 * Math.log10(2.5)) / 2, means.get("heldout_psnr"), 1e-4);
    }

    @Test
    void baselinesAreMadeFromTrainingViews() {
        var evaluation = evaluation("01:5");
        var results = evaluation.results(evaluation.predict(new Black()), 7, 1.5);
        // The nearest training view of 01:5 (0.5) is 01:0 (0) or 01:4 (0.4); the first one counts.
        assertEquals(
                20 * Math.log10(2),
                results.baselines().get("nearest-view").get("heldout_psnr"),
                1e-4);
        // (0 + 0.1 + 0.2 + 0.3 + 0.4 + 6) / 11 against 0.5
        assertEquals(
                -20 * Math.log10(7 / 11.0 - 0.5),
                results.baselines().get("mean-image").get("heldout_psnr"),
                1e-3);
        assertEquals(1.5, results.metrics().get("seconds"));
    }

    @Test
    void withoutHeldOutViewsThereAreNoMeansOfThem() {
        var evaluation = evaluation();
        var means = Scores.means(evaluation.scores(evaluation.predict(new Black())));
        assertTrue(means.keySet().stream().noneMatch(name -> name.startsWith("heldout")));
    }

    @Test
    void aViewThatIsNotThereIsRefused() {
        assertThrows(InputException.class, () -> evaluation("01:9"));
    }
}
