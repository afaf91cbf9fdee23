// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** The known answers that were published with Random123 for philox4x32, 10 rounds. */
class PhiloxTest {
    @Test
    void zeros() {
        assertBlock(
                new int[] {0, 0, 0, 0},
                0,
                0,
                new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    }

    @Test
    void ones() {
        assertBlock(
                new int[] {-1, -1, -1, -1},
                -1,
                -1,
                new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    }

    @Test
    void digitsOfPi() {
        assertBlock(
                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                0xa4093822,
                0x299f31d0,
                new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
    }

    private static void assertBlock(int[] counter, int key0, int key1, int[] answer) {
        Philox.block(counter, key0, key1);
        assertArrayEquals(answer, counter);
    }
}
