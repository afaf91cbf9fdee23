// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.checkpoint.StateFolder;
import org.penumbra.engine.discriminator.Quadrant;
import org.penumbra.engine.loss.AdversarialLoss;
import org.penumbra.engine.loss.Hinge;
import org.penumbra.engine.optim.MilestoneSchedule;
import org.penumbra.engine.optim.Optimiser;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.settings.GrafSettings;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first phase: a field and a discriminator of patches train against each other on all training
 * views, whose poses nobody tells them.
 *
 * <p>An iteration: the discriminator learns to tell real patches (also by drawing them again) from
 * rendered ones; the field learns to be taken for real; a moving average follows the field.
 */
final class AdversarialPhase {
    private static final String GENERATOR = "generator";
    private static final String DISCRIMINATOR = "discriminator";

    private final GrafSettings settings;
    private final long seed;
    private final Networks networks;
    private final AdversarialLoss game;
    private final RealPatches real;
    private final RandomViews views;
    private final MilestoneSchedule schedule;
    private final Optimiser generatorOptimiser;
    private final Optimiser discriminatorOptimiser;

    AdversarialPhase(
            GrafSettings settings,
            long seed,
            Networks networks,
            AdversarialLoss game,
            RealPatches real,
            RandomViews views) {
        this.settings = settings;
        this.seed = seed;
        this.networks = networks;
        this.game = game;
        this.real = real;
        this.views = views;
        schedule =
                new MilestoneSchedule(
                        settings.schedule().milestones(), settings.schedule().factor());
        generatorOptimiser =
                Optimisers.of(
                        networks.home(),
                        settings.generatorOptimiser(),
                        networks.generator().parameters());
        discriminatorOptimiser =
                Optimisers.of(
                        networks.home(),
                        settings.discriminatorOptimiser(),
                        networks.discriminator().weights().parameters());
    }

    /** Does an iteration, counted from 0. Returns its figures by tag. */
    Map<String, Double> step(long iteration) {
        var figures = new LinkedHashMap<String, Double>();
        discriminatorStep(iteration, figures);
        generatorStep(iteration, figures);
        networks.average().update();
        return figures;
    }

    private void discriminatorStep(long iteration, Map<String, Double> figures) {
        try (var scope = Scope.in(networks.home())) {
            var truth = scope.array(real.batch(iteration), patches());
            var fake = stillPatches(scope, iteration);
            try (var tape = Tape.open()) {
                var onReal = game.real(truth, labels("real", iteration), quadrants(iteration));
                var onFake = game.fake(fake, labels("fake", iteration));
                var loss = onReal.total().add(onFake);
                var gradients =
                        tape.gradients(loss, networks.discriminator().weights().parameterList());
                var rate = settings.discriminatorOptimiser().learningRate();
                discriminatorOptimiser.step(gradients, schedule.rate(rate, iteration));
                figures.put("loss/discriminator", value(loss));
                figures.put("loss/reconstruction", value(onReal.reconstruction()));
            }
        }
    }

    private void generatorStep(long iteration, Map<String, Double> figures) {
        var rate = schedule.rate(settings.generatorOptimiser().learningRate(), iteration);
        try (var scope = Scope.in(networks.home());
                var tape = Tape.open()) {
            var fake =
                    networks.renderer()
                            .render(
                                    scope,
                                    networks.generator(),
                                    codes(scope, GENERATOR, iteration),
                                    views.rays(GENERATOR, iteration))
                            .images();
            var loss = game.generator(fake);
            var gradients = tape.gradients(loss, networks.generator().parameterList());
            generatorOptimiser.step(gradients, rate);
            figures.put("loss/generator", value(loss));
            figures.put("learning_rate/generator", rate);
        }
    }

    private NDArray stillPatches(Scope scope, long iteration) {
        var rendering =
                networks.renderer()
                        .still(
                                scope,
                                networks.generator(),
                                codes(scope, DISCRIMINATOR, iteration),
                                views.rays(DISCRIMINATOR, iteration));
        // What is rendered without recording cannot be recorded from; its copy can.
        return rendering.images().duplicate();
    }

    private NDArray codes(Scope scope, String player, long iteration) {
        return scope.array(
                views.codes(player, iteration), settings.batchSize(), settings.field().code());
    }

    private long[] patches() {
        var size = settings.rays().patchSize();
        return new long[] {settings.batchSize(), 3, size, size};
    }

    private double[] labels(String side, long iteration) {
        var uniform = new Draw(seed, "label/" + side, iteration).uniform(game.copies());
        var smoothing = settings.discriminator().labelSmoothing();
        var labels = new double[uniform.length];
        Arrays.setAll(labels, i -> Hinge.label(smoothing, uniform[i]));
        return labels;
    }

    private List<Quadrant> quadrants(long iteration) {
        var drawn =
                new Draw(seed, "quadrant", iteration)
                        .integers(game.copies(), Quadrant.values().length);
        return Arrays.stream(drawn).mapToObj(Quadrant::of).toList();
    }

    private static double value(NDArray scalar) {
        return scalar.toFloatArray()[0];
    }

    /** Writes both optimisers' states. */
    void save(StateFolder folder) {
        folder.write("g_optimizer", generatorOptimiser.state());
        folder.write("d_optimizer", discriminatorOptimiser.state());
    }

    /** Takes both optimisers' states. */
    void restore(StateFolder folder) {
        generatorOptimiser.load(folder.read("g_optimizer"));
        discriminatorOptimiser.load(folder.read("d_optimizer"));
    }
}
