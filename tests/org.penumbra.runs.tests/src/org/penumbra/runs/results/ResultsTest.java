// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.json.Json;
import org.penumbra.runs.json.Fields;

import java.util.List;
import java.util.Map;

class ResultsTest {
    @Property
    void everyDoubleComesBack(@ForAll double psnr, @ForAll double heldOut) {
        var score =
                new ViewScore(new ViewKey("01", 7), ViewScore.HELD_OUT, Map.of("psnr", heldOut));
        var results =
                new Results(
                        "mednerf",
                        350,
                        Map.of("psnr", psnr),
                        List.of(score),
                        Map.of("mean-image", Map.of("psnr", heldOut)));
        var text = Json.pretty(results.toJson());
        assertEquals(results, Results.of(Fields.of(Json.parse(text), "results.json")));
    }

    @Test
    void whatIsNoNumberComesBackToo() {
        for (double value : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
            everyDoubleComesBack(value, 1);
        }
    }

    @Test
    void meansAreKeptApartByRole() {
        var scores =
                List.of(
                        score(0, ViewScore.FINE_TUNED, 30),
                        score(1, ViewScore.HELD_OUT, 20),
                        score(2, ViewScore.HELD_OUT, 23));
        assertEquals(Map.of("psnr", 30.0, "heldout_psnr", 21.5), Scores.means(scores));
    }

    private static ViewScore score(int index, String role, double psnr) {
        return new ViewScore(new ViewKey("01", index), role, Map.of("psnr", psnr));
    }
}
