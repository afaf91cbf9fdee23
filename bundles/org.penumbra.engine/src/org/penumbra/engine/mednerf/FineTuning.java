// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.penumbra.engine.checkpoint.StateFolder;
import org.penumbra.engine.loss.Loss;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.optim.Optimiser;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.settings.FineTuningSettings.Optimised;
import org.penumbra.engine.settings.GrafSettings;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The second phase: the averaged field, and the latent code where wanted, are fitted to one view,
 * or to a few in turn. Rays carry no jitter and no noise, as in the official scripts' evaluation
 * mode.
 */
final class FineTuning {
    private static final int COLOURS = 3;
    private static final int LOOK_EVERY = 50;

    private final GrafSettings settings;
    private final long seed;
    private final Networks networks;
    private final Weights tuned;
    private final Weights code;
    private final Terms terms;
    private final List<Target> targets;
    private final List<Target.Look> wholes;
    private final Optimiser generatorOptimiser;
    private final Optimiser codeOptimiser;
    private boolean good;

    FineTuning(
            GrafSettings settings,
            long seed,
            Networks networks,
            Terms terms,
            List<Target> targets) {
        this.settings = settings;
        this.seed = seed;
        this.networks = networks;
        this.terms = terms;
        this.targets = targets;
        wholes = targets.stream().map(Target::whole).toList();
        tuned = networks.average().weights();
        var width = settings.field().code();
        code = new Weights(networks.home());
        code.parameter("z", new Draw(seed, "fine-tuning/code", 0).normal(width), 1, width);
        var tuning = settings.fineTuning();
        terms.rehearse(networks.home(), side());
        generatorOptimiser =
                Optimisers.of(networks.home(), tuning.generatorOptimiser(), tuned.parameters());
        codeOptimiser = Optimisers.of(networks.home(), tuning.codeOptimiser(), code.parameters());
    }

    /** The targets of the fitting, the first view first. */
    List<Target> targets() {
        return targets;
    }

    /** The latent code, {@code [1, code]}. */
    NDArray code() {
        return code.get("z");
    }

    /** Whether the PSNR that was asked for is reached. */
    boolean good() {
        return good;
    }

    /** Does an iteration, counted from 0. Returns its figures by tag. */
    Map<String, Double> step(long iteration) {
        tuned.trained(true);
        var figures = new LinkedHashMap<String, Double>();
        try (var scope = Scope.in(networks.home());
                var tape = Tape.open()) {
            var look = look(iteration);
            var fit = fit(scope, look);
            var loss = terms.total(fit, figures);
            figures.put("loss/fine_tuning", (double) loss.toFloatArray()[0]);
            update(tape.gradients(loss, optimised()));
            figures.put("fine_tuning/psnr", psnr(fit.prediction().toFloatArray(), look.truth()));
        }
        figures.putAll(terms.weights());
        figures.put(
                "learning_rate/generator",
                settings.fineTuning().generatorOptimiser().learningRate());
        good = reached(iteration, figures.get("fine_tuning/psnr"));
        return figures;
    }

    private int side() {
        var patch = settings.fineTuning().patchSize();
        return patch == 0 ? targets.getFirst().size() : patch;
    }

    private Target.Look look(long iteration) {
        var side = settings.fineTuning().patchSize();
        var turn = (int) (iteration % targets.size());
        return side == 0
                ? wholes.get(turn)
                : targets.get(turn)
                        .patch(
                                side,
                                settings.rays(),
                                new Draw(seed, "fine-tuning/patch", iteration));
    }

    private Loss.Fit fit(Scope scope, Target.Look look) {
        var rays = RayBatch.still(look.rays(), settings.rays().samples());
        var rendering = networks.renderer().render(scope, tuned, code(), rays);
        // A product with ones brings the code into the step's memory.
        var present = scope.manager().ones(new Shape(1, settings.field().code())).mul(code());
        return new Loss.Fit(rendering.images(), truth(scope, look), present);
    }

    private static NDArray truth(Scope scope, Target.Look look) {
        var grey = look.truth();
        var colours = new float[COLOURS * grey.length];
        for (int colour = 0; colour < COLOURS; colour++) {
            System.arraycopy(grey, 0, colours, colour * grey.length, grey.length);
        }
        return scope.array(colours, 1, COLOURS, look.side(), look.side());
    }

    private List<NDArray> optimised() {
        var all = new ArrayList<>(tuned.parameterList());
        if (codeMoves()) {
            all.addAll(code.parameterList());
        }
        all.addAll(terms.weighting().parameters());
        return all;
    }

    private void update(List<NDArray> gradients) {
        var tuning = settings.fineTuning();
        var field = tuned.parameterList().size();
        var codes = codeMoves() ? 1 : 0;
        if (codeMoves()) {
            codeOptimiser.step(
                    gradients.subList(field, field + codes), tuning.codeOptimiser().learningRate());
        }
        generatorOptimiser.step(
                gradients.subList(0, field), tuning.generatorOptimiser().learningRate());
        terms.weighting().step(gradients.subList(field + codes, gradients.size()));
    }

    private boolean codeMoves() {
        return settings.fineTuning().optimised() == Optimised.GENERATOR_AND_CODE;
    }

    /** A patch may be easy: with patches whole views decide, looked at now and then. */
    private boolean reached(long iteration, double stepPsnr) {
        var wanted = settings.fineTuning().stopPsnr();
        if (wanted == 0) {
            return false;
        }
        if (settings.fineTuning().patchSize() == 0 && targets.size() == 1) {
            return stepPsnr > wanted;
        }
        return (iteration + 1) % LOOK_EVERY == 0
                && wholes.stream().allMatch(whole -> psnr(whole) > wanted);
    }

    private double psnr(Target.Look whole) {
        try (var scope = Scope.in(networks.home())) {
            var rays = RayBatch.still(whole.rays(), settings.rays().samples());
            var view = networks.renderer().still(scope, tuned, code(), rays);
            return psnr(view.images().toFloatArray(), whole.truth());
        }
    }

    /** PSNR in dB at a data range of 2 between three colour planes and grey. */
    private static double psnr(float[] colours, float[] grey) {
        double squares = 0;
        for (int i = 0; i < colours.length; i++) {
            double difference = colours[i] - grey[i % grey.length];
            squares += difference * difference;
        }
        return 10 * Math.log10(4 / (squares / colours.length));
    }

    /** Writes the code, the weighting and the optimisers' states. */
    void save(StateFolder folder) {
        folder.write(
                "fine_tuning",
                StateFolder.together(
                        Map.of(
                                "code", code.export(),
                                "weighting", terms.weighting().state(),
                                "g_optimizer", generatorOptimiser.state(),
                                "z_optimizer", codeOptimiser.state())));
    }

    /** Takes what {@link #save} wrote. */
    void restore(StateFolder folder) {
        Map<String, FloatTensor> all = folder.read("fine_tuning");
        code.load(StateFolder.group("code", all));
        terms.weighting().load(StateFolder.group("weighting", all));
        generatorOptimiser.load(StateFolder.group("g_optimizer", all));
        codeOptimiser.load(StateFolder.group("z_optimizer", all));
    }
}
