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
 * same seed gives the same choice.
 */
final class BalancedFraction {
    private static final int STARTS = 32;
    private static final int LARGEST_EXCHANGE = 2_000;

    private final Grid grid;
    private final int count;

    private BalancedFraction(Grid grid, int count) {
        this.grid = grid;
        this.count = count;
    }

    /** The numbers of the chosen combinations, rising. */
    static List<Integer> choose(Grid grid, int count, long seed) {
        return new BalancedFraction(grid, count).best(new Random(seed));
    }

    private List<Integer> best(Random random) {
        List<Integer> best = List.of();
        long least = Long.MAX_VALUE;
        for (int start = 0; start < (grid.size() > LARGEST_EXCHANGE ? 1 : STARTS); start++) {
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
        while (grid.size() <= LARGEST_EXCHANGE && exchange(chosen, rest, balance)) {
            // Every exchange lowers a whole number that is not negative: this ends.
        }
        return chosen;
    }

    private static int cheapest(List<Integer> candidates, Balance balance) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < candidates.size(); i++) {
            long cost = balance.costWith(candidates.get(i));
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    private static boolean exchange(List<Integer> chosen, List<Integer> rest, Balance balance) {
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
