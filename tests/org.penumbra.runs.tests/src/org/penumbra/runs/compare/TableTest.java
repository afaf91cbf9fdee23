// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    private static final Table TABLE =
            new Table(
                    List.of("variant", "psnr"),
                    List.of(List.of("a|b, \"c\"", "1 ± 2"), List.of("x_y & 100%", "-")),
                    1);

    @Test
    void plainText() {
        assertEquals(
                """
                variant      psnr
                ----------  -----
                a|b, "c"    1 ± 2
                x_y & 100%      -
                """,
                TABLE.text());
    }

    @Test
    void csvQuotesWhatHoldsItsSigns() {
        assertEquals("variant,psnr\n\"a|b, \"\"c\"\"\",1 ± 2\nx_y & 100%,-\n", TABLE.csv());
    }

    @Test
    void markdownEscapesItsBar() {
        assertEquals(
                """
                | variant | psnr |
                |---|---:|
                | a\\|b, "c" | 1 ± 2 |
                | x_y & 100% | - |
                """,
                TABLE.markdown());
    }

    @Test
    void latexEscapesItsSigns() {
        assertEquals(
                """
                \\begin{tabular}{lr}
                \\toprule
                variant & psnr \\\\
                \\midrule
                a|b, "c" & 1 $\\pm$ 2 \\\\
                x\\_y \\& 100\\% & - \\\\
                \\bottomrule
                \\end{tabular}
                """,
                TABLE.latex());
    }

    @Test
    void raggedRowsAreRefused() {
        var ragged = List.of(List.of("only one"));
        var header = List.of("a", "b");
        assertThrows(IllegalArgumentException.class, () -> new Table(header, ragged, 1));
    }
}
