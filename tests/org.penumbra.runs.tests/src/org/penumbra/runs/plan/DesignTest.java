// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.model.Ablation;
import org.penumbra.model.AblationStrategy;
import org.penumbra.model.ExperimentFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class DesignTest {

    private static List<FactorLevels> factors(int... sizes) {
        var factors = new ArrayList<FactorLevels>();
        for (int size : sizes) {
            var levels = IntStream.range(0, size).mapToObj(String::valueOf).toList();
            factors.add(new FactorLevels("factor" + factors.size(), levels));
        }
        return factors;
    }

    private static Ablation ablation(AblationStrategy strategy, double fraction, int seed) {
        var ablation = ExperimentFactory.eINSTANCE.createAblation();
        ablation.setStrategy(strategy);
        ablation.setFraction(fraction);
        ablation.setSamplingSeed(seed);
        return ablation;
    }

    /** How often each pair of levels of two different factors is used, all pairs. */
    private static Map<String, Integer> pairs(List<Map<String, String>> runs) {
        var uses = new HashMap<String, Integer>();
        for (var run : runs) {
            var levels = run.entrySet().stream().map(Object::toString).sorted().toList();
            for (int a = 0; a < levels.size(); a++) {
                for (int b = a + 1; b < levels.size(); b++) {
                    uses.merge(levels.get(a) + " " + levels.get(b), 1, Integer::sum);
                }
            }
        }
        return uses;
    }

    @Property(tries = 100)
    void aHalfOfTwoToTheThreeUsesEveryPairOnce(@ForAll int seed) {
        var runs = Design.of(ablation(AblationStrategy.FRACTIONAL, 0.5, seed), factors(2, 2, 2));
        assertEquals(4, runs.size());
        assertEquals(3 * 4, pairs(runs).size());
    }

    @Property(tries = 30)
    void aThirdOfThreeToTheThreeIsALatinSquare(@ForAll int seed) {
        var runs =
                Design.of(ablation(AblationStrategy.FRACTIONAL, 1.0 / 3, seed), factors(3, 3, 3));
        assertEquals(9, runs.size());
        assertEquals(3 * 9, pairs(runs).size());
    }

    @Property(tries = 60)
    void levelsOfAnyFractionAreUsedAboutEquallyOften(
            @ForAll int seed,
            @ForAll @DoubleRange(min = 0.1, max = 1) double fraction,
            @ForAll @IntRange(min = 1, max = 4) int a,
            @ForAll @IntRange(min = 1, max = 4) int b) {
        var runs =
                Design.of(ablation(AblationStrategy.FRACTIONAL, fraction, seed), factors(a, b, 2));
        assertEquals(Math.clamp(Math.round(fraction * a * b * 2), 1, a * b * 2), runs.size());
        assertEquals(runs.size(), new HashSet<>(runs).size());
        for (var factor : factors(a, b, 2)) {
            var uses = new HashMap<String, Integer>();
            factor.levels().forEach(level -> uses.put(level, 0));
            runs.forEach(run -> uses.merge(run.get(factor.path()), 1, Integer::sum));
            int most = uses.values().stream().max(Integer::compare).orElseThrow();
            int least = uses.values().stream().min(Integer::compare).orElseThrow();
            assertTrue(most - least <= 1, factor.path() + " " + uses + " in " + runs);
        }
    }

    @Property(tries = 50)
    void choicesAreRepeatableAndDistinct(
            @ForAll int seed, @ForAll @DoubleRange(min = 0.1, max = 1) double fraction) {
        for (var strategy : List.of(AblationStrategy.FRACTIONAL, AblationStrategy.RANDOM)) {
            var first = Design.of(ablation(strategy, fraction, seed), factors(3, 2, 2));
            assertEquals(first, Design.of(ablation(strategy, fraction, seed), factors(3, 2, 2)));
            assertEquals(first.size(), new HashSet<>(first).size());
            assertEquals(Math.max(1, Math.round(12 * fraction)), first.size());
        }
    }

    @Example
    void aLargeGridIsBalancedInReasonableTime() {
        var factors = factors(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4);
        var begun = System.nanoTime();
        var runs = Design.of(ablation(AblationStrategy.FRACTIONAL, 0.02, 1), factors);
        assertTrue(System.nanoTime() - begun < 30e9, "half a minute");
        assertEquals(328, runs.size());
        for (var factor : factors.subList(0, 10)) {
            long zeros = runs.stream().filter(run -> run.get(factor.path()).equals("0")).count();
            assertEquals(164, zeros, 4, factor.path());
        }
    }

    @Example
    void theSeedDecidesTheRandomChoice() {
        var choices = new HashSet<List<Map<String, String>>>();
        for (int seed = 0; seed < 20; seed++) {
            choices.add(Design.of(ablation(AblationStrategy.RANDOM, 0.5, seed), factors(3, 3, 2)));
        }
        assertTrue(choices.size() > 10, choices.size() + " different choices");
    }
}
