// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.checkpoint.StateFolder;
import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.loss.AdversarialLoss;
import org.penumbra.engine.loss.CopyTotal;
import org.penumbra.engine.loss.Hinge;
import org.penumbra.engine.loss.Losses;
import org.penumbra.engine.loss.Reconstruction;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.method.TrainingTask;
import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.settings.GrafSettings;
import org.penumbra.engine.torch.Scope;
import org.penumbra.imaging.drr.ViewKey;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains a system of the GRAF family: adversarially on all views, then on one or a few. */
public final class GrafTrainer implements Trainer {
    private static final int COLOURS = 3;

    private final GrafSettings settings;
    private final NDManager home;
    private final Networks networks;
    private final AdversarialPhase adversarial;
    private final FineTuning fineTuning;
    private final Orbit orbit;
    private long step;
    private boolean stopped;

    /**
     * A trainer at step 0.
     *
     * @param task settings, data and device
     * @param blocks what the discriminator is built of
     * @throws org.penumbra.io.InputException where a setting is wrong, or weights that a loss needs
     *     are absent
     */
    public GrafTrainer(TrainingTask task, BlockKind blocks) {
        settings = GrafSettings.read(task.settings());
        var tuning = settings.fineTuning();
        var imageSize = task.views().imageSize();
        orbit = Orbit.of(settings.camera(), tuning, imageSize, settings.fidelity());
        var targets = Target.of(task.views(), tuning, orbit);
        home = task.torch().newManager();
        var terms = Terms.of(settings.losses(), tuning, task.weights(), home);
        networks = Networks.fresh(home, settings, blocks, task.seed());
        adversarial = adversarial(task, imageSize);
        fineTuning = new FineTuning(settings, task.seed(), networks, terms, targets);
    }

    private AdversarialPhase adversarial(TrainingTask task, int imageSize) {
        var rays = settings.rays();
        var sampler =
                new PatchSampler(
                        rays.patchSize(), rays.scaleMin(), rays.scaleMax(), rays.annealing());
        return new AdversarialPhase(
                settings,
                task.seed(),
                networks,
                game(task),
                new RealPatches(task.training(), sampler, settings.batchSize(), task.seed()),
                new RandomViews(settings, sampler, imageSize, task.seed()));
    }

    private AdversarialLoss game(TrainingTask task) {
        var judge = settings.discriminator();
        return new AdversarialLoss(
                networks.discriminator(),
                judge.augmentation(),
                new CopyTotal(judge.copyWeight()),
                new Hinge(settings.fidelity()),
                judge.reconstruction()
                        .filter(loss -> loss.weight() > 0)
                        .map(
                                loss ->
                                        new Reconstruction(
                                                Losses.openImageLoss(
                                                        loss.kind(), task.weights(), home),
                                                loss.weight(),
                                                settings.fidelity())));
    }

    @Override
    public String phase() {
        return step < settings.iterations() ? "adversarial" : "fine-tuning";
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public long steps() {
        return settings.steps();
    }

    @Override
    public boolean finished() {
        return stopped || step >= steps();
    }

    @Override
    public Map<String, Double> advance() {
        var iterations = settings.iterations();
        var figures =
                step < iterations ? adversarial.step(step) : fineTuning.step(step - iterations);
        stopped = fineTuning.good();
        step++;
        return figures;
    }

    @Override
    public List<ViewKey> fittedViews() {
        return fineTuning.targets().stream().map(target -> target.view().key()).toList();
    }

    @Override
    public float[] render(double azimuth, int size) {
        try (var scope = Scope.in(home)) {
            var rays = RayBatch.still(orbit.rays(azimuth, size), settings.rays().samples());
            var weights = networks.average().weights();
            var colours = networks.renderer().still(scope, weights, fineTuning.code(), rays);
            return grey(colours.colour().toFloatArray());
        }
    }

    /** From three colours a ray in [-1, 1] to their mean in [0, 1]. */
    private static float[] grey(float[] colours) {
        var grey = new float[colours.length / COLOURS];
        for (int i = 0; i < grey.length; i++) {
            float sum = 0;
            for (int colour = 0; colour < COLOURS; colour++) {
                sum += colours[COLOURS * i + colour];
            }
            grey[i] = Math.clamp((sum / COLOURS + 1) / 2, 0, 1);
        }
        return grey;
    }

    @Override
    public void save(Path path) {
        var folder = new StateFolder(path);
        networks.save(folder);
        adversarial.save(folder);
        fineTuning.save(folder);
        folder.facts(new Standing((int) step, stopped).facts(phase(), settings));
    }

    @Override
    public void restore(Path path) {
        var folder = new StateFolder(path);
        var standing = Standing.read(folder.facts(), settings);
        networks.restore(folder);
        adversarial.restore(folder);
        // Before its first step the fitting has no state but what these settings begin with.
        if (step > 0 || standing.step() > settings.iterations()) {
            fineTuning.restore(folder);
        }
        step = standing.step();
        stopped = standing.stopped();
    }

    @Override
    public void close() {
        home.close();
    }
}
