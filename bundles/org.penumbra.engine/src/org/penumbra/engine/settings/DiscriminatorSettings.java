// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import java.util.Optional;

/**
 * The patch discriminator.
 *
 * @param features its base number of channels (64)
 * @param augmentation the copies it sees
 * @param copyWeight weight of all the changed copies together, as the official code's 0.2
 * @param labelSmoothing width of the uniform smoothing of the hinge: U(1 - width, 1)
 * @param reconstruction what its decoders are trained with on real patches; none: no decoders' loss
 */
public record DiscriminatorSettings(
        int features,
        AugmentationKind augmentation,
        double copyWeight,
        double labelSmoothing,
        Optional<LossSettings> reconstruction) {
    static DiscriminatorSettings read(SettingsNode node) {
        return new DiscriminatorSettings(
                node.integer("features", 1),
                node.choice("augmentation", AugmentationKind.class),
                node.notNegative("copyWeight"),
                node.notNegative("labelSmoothing"),
                node.optionalChild("reconstruction")
                        .map(child -> LossSettings.read("reconstruction", child)));
    }
}
