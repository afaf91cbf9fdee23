// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import org.penumbra.io.InputException;

/**
 * The sizes of a patch discriminator. Published: 64 features, patches of 32 pixels, four heads.
 * Everything scales from these: a patch of s pixels gives feature maps of s, s/2 and s/4 pixels,
 * (s/4 − 3)² logits per head, and decoders that start at s/4 and end at 4 s pixels with twice as
 * many channels as features after their first block (the official code has fixed decoder sizes,
 * which agree with this at the published ones).
 *
 * @param blocks what the trunk is built of
 * @param features the base number of channels, a multiple of 4
 * @param patchSize pixels along a side: 16, 32 or 64
 * @param heads one per copy that the augmentation makes
 */
public record DiscriminatorShape(BlockKind blocks, int features, int patchSize, int heads) {
    /** Checks the sizes. */
    public DiscriminatorShape {
        if (patchSize != 16 && patchSize != 32 && patchSize != 64) {
            throw new InputException(
                    "The discriminator takes patches of 16, 32 or 64 pixels, not "
                            + patchSize
                            + ": set patchSize to one of these.");
        }
        if (features < 4 || features % 4 != 0) {
            throw new InputException(
                    "The discriminator's features must be a multiple of 4 (published: 64), not "
                            + features
                            + ".");
        }
        if (heads < 1) {
            throw new IllegalArgumentException("no heads");
        }
    }

    int channels2() {
        return features / 4;
    }

    int channels4() {
        return features / 2;
    }

    int channels8() {
        return features;
    }

    int trunkChannels() {
        return features * 4;
    }

    /** Channels after each of a decoder's four blocks. */
    int[] decoderChannels() {
        return new int[] {2 * features, features, features, features / 2};
    }

    /**
     * Pixels along a side of what the decoders draw.
     *
     * @return four times the patch size
     */
    public int decodedSize() {
        return 4 * patchSize;
    }

    /** Pixels along a side where the decoders start. */
    int decoderStart() {
        return patchSize / 4;
    }

    /**
     * Logits that one head gives for one patch.
     *
     * @return (s/4 − 3)²
     */
    public int logits() {
        int side = patchSize / 4 - 3;
        return side * side;
    }
}
