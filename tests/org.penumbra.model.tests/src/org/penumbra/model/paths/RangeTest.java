// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.model.ExperimentPackage.Literals;

class RangeTest {
    @Test
    void readsIncludedAndExcludedLimits() {
        var averaging = Range.of(Literals.GRAF_VARIANT__AVERAGING);
        assertTrue(averaging.contains(0));
        assertFalse(averaging.contains(1));
        assertFalse(averaging.contains(Double.NaN));
        assertEquals("0 or larger and smaller than 1", averaging.toString());
    }

    @Test
    void aLowerLimitCanBeExcluded() {
        var rate = Range.of(Literals.OPTIMISER__LEARNING_RATE);
        assertFalse(rate.contains(0));
        assertFalse(rate.contains(Double.POSITIVE_INFINITY));
        assertEquals("larger than 0", rate.toString());
    }
}
