// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.model.Ablation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The combinations of levels that an ablation's strategy asks for. */
final class Design {
    private Design() {}

    /** Every combination as levels by path; an empty one means: as written. */
    static List<Map<String, String>> of(Ablation ablation, List<FactorLevels> factors) {
        if (factors.isEmpty()) {
            return List.of(Map.of());
        }
        return switch (ablation.getStrategy()) {
            case ONE_FACTOR_AT_ATIME -> oneAtATime(factors);
            case FULL_FACTORIAL -> grid(factors, 1, (grid, count) -> all(grid));
            case FRACTIONAL ->
                    grid(
                            factors,
                            ablation.getFraction(),
                            (grid, count) ->
                                    BalancedFraction.choose(
                                            grid, count, ablation.getSamplingSeed()));
            case RANDOM ->
                    grid(
                            factors,
                            ablation.getFraction(),
                            (grid, count) -> sample(grid, count, ablation.getSamplingSeed()));
        };
    }

    private interface Choice {
        List<Integer> numbers(Grid grid, int count);
    }

    private static List<Map<String, String>> oneAtATime(List<FactorLevels> factors) {
        var combinations = new ArrayList<Map<String, String>>();
        combinations.add(Map.of());
        for (var factor : factors) {
            factor.levels().forEach(level -> combinations.add(Map.of(factor.path(), level)));
        }
        return combinations;
    }

    private static List<Map<String, String>> grid(
            List<FactorLevels> factors, double share, Choice choice) {
        var grid = new Grid(factors);
        int count = Math.clamp(Math.round(share * grid.size()), 1, grid.size());
        return choice.numbers(grid, count).stream().map(grid::levels).toList();
    }

    private static List<Integer> all(Grid grid) {
        return IntStream.range(0, grid.size()).boxed().toList();
    }

    private static List<Integer> sample(Grid grid, int count, long seed) {
        var numbers = new ArrayList<>(all(grid));
        Collections.shuffle(numbers, new Random(seed));
        return numbers.subList(0, count).stream().sorted().toList();
    }
}
