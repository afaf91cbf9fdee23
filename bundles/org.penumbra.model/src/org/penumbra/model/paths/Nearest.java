// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names nearest to a mistyped one, by Levenshtein's edit distance. */
public final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /**
     * The nearest of some names.
     *
     * @param text what was written
     * @param names what there is
     * @return at most three names, the nearest first; names at equal distance in their given order
     */
    public static List<String> of(String text, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt(name -> distance(text, name)))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            advance(row, a.charAt(i - 1), b, i);
        }
        return row[b.length()];
    }

    private static void advance(int[] row, char c, String b, int i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int replaced = diagonal + (c == b.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
        }
    }
}
