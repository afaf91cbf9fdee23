// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.optim.Adam;
import org.penumbra.engine.settings.UncertaintySettings;
import org.penumbra.engine.torch.Ops;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleBinaryOperator;

/**
 * Learned weights: Σ L/(2σ²) + ln(1 + σ²), the form of Liebel and Körner (2018) that UMedNeRF's
 * code has, or Σ L/(2σ²) + ln|σ| of Kendall, Gal and Cipolla (2018). The sigmas have an Adam of
 * their own with PyTorch's defaults. A term's fixed weight multiplies its loss first (published:
 * 1).
 */
public final class UncertaintyWeighting implements Weighting {
    private static final String SIGMA = "sigma";

    private final FixedWeighting fixed;
    private final UncertaintySettings settings;
    private final Weights weights;
    private final Adam adam;

    /**
     * Sigmas at their initial value.
     *
     * @param parent where they live
     * @param settings form, initial value and learning rate
     * @param terms fixed weights by term, in the order of the losses
     * @throws InputException when the initial value is not above zero
     */
    public UncertaintyWeighting(
            NDManager parent, UncertaintySettings settings, SequencedMap<String, Double> terms) {
        if (!(settings.initialSigma() > 0)) {
            throw new InputException(
                    "initialSigma must be above 0, not %s: the losses are divided by its square."
                            .formatted(settings.initialSigma()));
        }
        this.fixed = new FixedWeighting(terms);
        this.settings = settings;
        this.weights = new Weights(parent);
        var initial = new float[terms.size()];
        Arrays.fill(initial, (float) settings.initialSigma());
        weights.parameter(SIGMA, initial, terms.size());
        this.adam = new Adam(weights.manager(), weights.parameters(), 0.9, 0.999, 1e-8);
    }

    @Override
    public NDArray total(List<NDArray> losses) {
        var values = NDArrays.stack(new NDList(fixed.weighted(losses)));
        // The step's array comes first, so that the result lives in the step's scope.
        var squares = Ops.square(values.onesLike().mul(weights.get(SIGMA)));
        var weighted = values.div(Ops.scale(squares, 2));
        return Ops.sumAll(weighted.add(regulariser(squares)));
    }

    private NDArray regulariser(NDArray squares) {
        return switch (settings.form()) {
            case LIEBEL_KOERNER -> Ops.add(squares, 1).log();
            case KENDALL -> Ops.scale(squares.log(), 0.5);
        };
    }

    @Override
    public List<NDArray> parameters() {
        return weights.parameterList();
    }

    @Override
    public void step(List<NDArray> gradients) {
        adam.step(gradients, settings.learningRate());
    }

    /**
     * The learned deviations.
     *
     * @return sigma by term
     */
    public Map<String, Double> sigmas() {
        return byTerm((sigma, weight) -> sigma);
    }

    @Override
    public Map<String, Double> weights() {
        return byTerm((sigma, weight) -> weight / (2 * sigma * sigma));
    }

    private Map<String, Double> byTerm(DoubleBinaryOperator figure) {
        var sigmas = weights.get(SIGMA).toFloatArray();
        var figures = fixed.weights();
        int i = 0;
        for (var term : figures.entrySet()) {
            term.setValue(figure.applyAsDouble(sigmas[i++], term.getValue()));
        }
        return figures;
    }

    @Override
    public Map<String, FloatTensor> state() {
        var state = weights.export();
        state.putAll(adam.state());
        return state;
    }

    @Override
    public void load(Map<String, FloatTensor> state) {
        weights.load(state);
        adam.load(state);
    }

    @Override
    public void close() {
        weights.close();
    }
}
