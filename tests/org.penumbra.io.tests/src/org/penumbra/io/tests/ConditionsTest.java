// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.testing.Conditions;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class ConditionsTest {
    @Test
    void waitsUntilTheConditionHolds() {
        var asked = new AtomicInteger();
        Conditions.await("three", Duration.ofSeconds(10), () -> asked.incrementAndGet() == 3);
        assertEquals(3, asked.get());
    }

    @Test
    void saysWhatDidNotHappen() {
        var failure =
                assertThrows(
                        AssertionError.class,
                        () -> Conditions.await("a miracle", Duration.ofMillis(1), () -> false));
        assertTrue(failure.getMessage().contains("a miracle"), failure.getMessage());
    }

    @Test
    void doesNotHideAFailingCondition() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        Conditions.await(
                                "never asked twice",
                                Duration.ofSeconds(10),
                                () -> {
                                    throw new IllegalStateException("broken condition");
                                }));
    }
}
