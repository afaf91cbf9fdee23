// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses combinations so that levels, and pairs of levels of two factors, are used about equally
 * often: by exchanges that improve the balance, starting from greedy and from random choices. The
 * same seed gives the same choice. In large grids only some candidates are looked at.
 */
final class BalancedFraction {
    // With 32, one seed in 250 left 2x2x2 unbalanced.
    private static final int MOST_STARTS = 256;
    private static final int FEWEST_CANDIDATES = 8;

    // Looked-at pairs of levels; about a second.
    private static final long BUDGET = 4_000_000;

    private final Grid grid;
    private final int count;
    private final int candidates;
    private final int starts;

    private BalancedFraction(Grid grid, int count) {
        this.grid = grid;
        this.count = count;
        long perCandidate = (long) count * pairs();
        candidates = (int) Math.max(BUDGET / perCandidate, FEWEST_CANDIDATES);
        starts = Math.clamp(BUDGET / (perCandidate * grid.size()), 1, MOST_STARTS);
    }

    private int pairs() {
        int factors = grid.digits(0).length;
        return factors * (factors + 1) / 2;
    }

    /** The numbers of the chosen combinations, rising. */
    static List<Integer> choose(Grid grid, int count, long seed) {
        return new BalancedFraction(grid, count).best(new Random(seed));
    }

    private List<Integer> best(Random random) {
        List<Integer> best = List.of();
        long least = Long.MAX_VALUE;
        for (int start = 0; start < starts; start++) {
            var balance = new Balance(grid);
            // Greedy starts alone get stuck: in 2x2x2 they always take opposite corners.
            var chosen = attempt(random, balance, start % 2 == 0);
            if (balance.cost() < least) {
                least = balance.cost();
                best = chosen;
            }
        }
        return best.stream().sorted().toList();
    }

    private List<Integer> attempt(Random random, Balance balance, boolean greedy) {
        var rest = new ArrayList<>(IntStream.range(0, grid.size()).boxed().toList());
        Collections.shuffle(rest, random);
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < count) {
            int next = greedy ? cheapest(rest, balance) : rest.size() - 1;
            chosen.add(rest.get(next));
            balance.add(rest.remove(next));
        }
        while (starts > 1 && exchange(chosen, rest, balance)) {
            // Every exchange lowers a whole number that is not negative: this ends.
        }
        return chosen;
    }

    /** The index of the best among the last ones; of all, where the grid is small. */
    private int cheapest(List<Integer> rest, Balance balance) {
        int best = rest.size() - 1;
        long least = Long.MAX_VALUE;
        for (int i = best; i >= Math.max(0, rest.size() - candidates); i--) {
            long cost = balance.costWith(rest.get(i));
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    private boolean exchange(List<Integer> chosen, List<Integer> rest, Balance balance) {
        boolean improved = false;
        for (int i = 0; i < chosen.size() && !rest.isEmpty(); i++) {
            long before = balance.cost();
            balance.remove(chosen.get(i));
            int other = cheapest(rest, balance);
            if (balance.costWith(rest.get(other)) < before) {
                chosen.set(i, rest.set(other, chosen.get(i)));
                improved = true;
            }
            balance.add(chosen.get(i));
        }
        return improved;
    }
}
