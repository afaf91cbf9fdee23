// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.penumbra.engine.loss.FixedWeighting;
import org.penumbra.engine.loss.Loss;
import org.penumbra.engine.loss.Losses;
import org.penumbra.engine.loss.UncertaintyWeighting;
import org.penumbra.engine.loss.Weighting;
import org.penumbra.engine.settings.FineTuningSettings;
import org.penumbra.engine.settings.LossSettings;
import org.penumbra.engine.torch.Scope;
import org.penumbra.io.InputException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loss of the fine-tuning.
 *
 * @param settings its terms
 * @param losses what they measure, in the same order
 * @param weighting how they add up
 */
record Terms(List<LossSettings> settings, List<Loss> losses, Weighting weighting) {
    /**
     * The terms that the settings name.
     *
     * @throws InputException where there are none, or one needs weights that are absent
     */
    static Terms of(
            List<LossSettings> terms,
            FineTuningSettings tuning,
            Optional<Path> weights,
            NDManager home) {
        if (terms.isEmpty()) {
            throw new InputException("The variant has no losses; give it one at least.");
        }
        var losses = terms.stream().map(term -> Losses.open(term.kind(), weights, home)).toList();
        return new Terms(terms, losses, weighting(terms, tuning, home));
    }

    private static Weighting weighting(
            List<LossSettings> terms, FineTuningSettings tuning, NDManager home) {
        var weights = new LinkedHashMap<String, Double>();
        terms.forEach(term -> weights.put(term.name(), term.weight()));
        return switch (tuning.weighting()) {
            case FIXED -> new FixedWeighting(weights);
            case UNCERTAINTY -> new UncertaintyWeighting(home, tuning.uncertainty(), weights);
        };
    }

    /**
     * The total of a fit.
     *
     * @param fit rendering, truth and code
     * @param figures gets each term's value under {@code loss/NAME}
     */
    NDArray total(Loss.Fit fit, Map<String, Double> figures) {
        var values = new ArrayList<NDArray>();
        for (int i = 0; i < losses.size(); i++) {
            var value = losses.get(i).of(fit);
            figures.put("loss/" + settings.get(i).name(), (double) value.toFloatArray()[0]);
            values.add(value);
        }
        return weighting.total(values);
    }

    /**
     * Tries the terms on black images, so that one that cannot measure them says so before the
     * first step.
     *
     * @param home where images of this size may live for a moment
     * @param side pixels along a side
     * @throws InputException where a term needs larger images
     */
    void rehearse(NDManager home, int side) {
        try (var scope = Scope.in(home)) {
            var black = scope.manager().zeros(new Shape(1, 3, side, side));
            var code = scope.manager().zeros(new Shape(1, 1));
            total(new Loss.Fit(black, black, code), new LinkedHashMap<>());
        }
    }

    /** What the weights are now, by tag; nothing where they are fixed. */
    Map<String, Double> weights() {
        var figures = new LinkedHashMap<String, Double>();
        if (weighting instanceof UncertaintyWeighting learned) {
            learned.sigmas()
                    .forEach((name, sigma) -> figures.put("uncertainty/sigma/" + name, sigma));
            learned.weights()
                    .forEach((name, weight) -> figures.put("uncertainty/weight/" + name, weight));
        }
        return figures;
    }
}
