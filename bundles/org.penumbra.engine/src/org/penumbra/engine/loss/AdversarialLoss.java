// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.augment.Augmentation;
import org.penumbra.engine.discriminator.PatchDiscriminator;
import org.penumbra.engine.discriminator.Quadrant;
import org.penumbra.engine.settings.AugmentationKind;
import org.penumbra.engine.torch.Ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The game between generator and discriminator over augmented copies: head i judges copy i. Every
 * call moves the discriminator's state on once per copy, in the official order.
 *
 * @param discriminator who judges
 * @param augmentation the copies
 * @param total how the copies' losses add up
 * @param hinge the discriminator's loss
 * @param reconstruction the decoders' loss on real patches; none: no decoder runs
 */
public record AdversarialLoss(
        PatchDiscriminator discriminator,
        AugmentationKind augmentation,
        CopyTotal total,
        Hinge hinge,
        Optional<Reconstruction> reconstruction) {
    /**
     * The discriminator's loss on real patches.
     *
     * @param total what to differentiate, of shape []
     * @param hinge its adversarial part, of shape []
     * @param reconstruction its decoders' part, of shape []; zero without one
     */
    public record Real(NDArray total, NDArray hinge, NDArray reconstruction) {}

    /**
     * How many copies there are; so many labels and quadrants each call needs.
     *
     * @return the number of copies
     */
    public int copies() {
        return Augmentation.count(augmentation);
    }

    /**
     * The discriminator's loss on real patches.
     *
     * @param patches [batch, 3, size, size] in [−1, 1]
     * @param labels the margin per copy, see {@link Hinge#label}
     * @param quadrants what the partial decoder gets, per copy
     * @return the loss and its parts
     */
    public Real real(NDArray patches, double[] labels, List<Quadrant> quadrants) {
        var copies = Augmentation.copies(augmentation, patches);
        var hinges = new ArrayList<NDArray>();
        var pictures = new ArrayList<NDArray>();
        for (int i = 0; i < copies.size(); i++) {
            var copy = copies.get(i);
            if (reconstruction.isPresent()) {
                var judgement = discriminator.judge(copy, quadrants.get(i));
                hinges.add(hinge.real(judgement.heads().get(i), labels[i]));
                pictures.add(reconstruction.get().of(judgement, copy));
            } else {
                hinges.add(hinge.real(discriminator.heads(copy).get(i), labels[i]));
                pictures.add(Ops.scalar(patches.getManager(), 0));
            }
        }
        var adversarial = total.of(hinges);
        var drawn = total.of(pictures);
        return new Real(adversarial.add(drawn), adversarial, drawn);
    }

    /**
     * The discriminator's loss on rendered patches.
     *
     * @param patches [batch, 3, size, size] in [−1, 1], without gradient
     * @param labels the margin per copy
     * @return an array of shape []
     */
    public NDArray fake(NDArray patches, double[] labels) {
        var losses = new ArrayList<NDArray>();
        for (var logits : verdicts(patches)) {
            losses.add(hinge.fake(logits, labels[losses.size()]));
        }
        return total.of(losses);
    }

    /**
     * The generator's loss: minus the mean logits of its patches.
     *
     * @param patches [batch, 3, size, size] in [−1, 1], as rendered
     * @return an array of shape []
     */
    public NDArray generator(NDArray patches) {
        return total.of(
                verdicts(patches).stream().map(logits -> Ops.meanAll(logits).neg()).toList());
    }

    private List<NDArray> verdicts(NDArray patches) {
        var verdicts = new ArrayList<NDArray>();
        for (var copy : Augmentation.copies(augmentation, patches)) {
            verdicts.add(discriminator.heads(copy).get(verdicts.size()));
        }
        return verdicts;
    }
}
