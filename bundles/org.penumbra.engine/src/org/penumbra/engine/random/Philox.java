// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.random;

/**
 * The Philox 4x32-10 block function of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3"
 * (2011): 128 bits of counter and 64 bits of key to 128 random bits.
 */
public final class Philox {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /**
     * One block.
     *
     * @param counter four words, overwritten with the random words
     * @param key0 first word of the key
     * @param key1 second word of the key
     */
    public static void block(int[] counter, int key0, int key1) {
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (counter[0] & 0xFFFFFFFFL);
            long product1 = MULTIPLIER_1 * (counter[2] & 0xFFFFFFFFL);
            counter[0] = (int) (product1 >>> 32) ^ counter[1] ^ k0;
            counter[1] = (int) product1;
            counter[2] = (int) (product0 >>> 32) ^ counter[3] ^ k1;
            counter[3] = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
    }
}
