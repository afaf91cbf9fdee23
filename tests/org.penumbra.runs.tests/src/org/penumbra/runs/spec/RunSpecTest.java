// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.model.Experiment;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.runs.specimens.Experiments;

import java.util.List;

class RunSpecTest {
    private static final String VARIANT = "variants/UMedNeRF/";

    private static RunSpec spec(Experiment experiment, long seed) {
        return RunSpec.of(experiment.getVariants().get(1), new JsonObject(), seed);
    }

    @Provide
    Arbitrary<String> numbers() {
        var experiment = Experiments.twoVariants();
        return Arbitraries.of(
                FeaturePath.all(experiment).stream()
                        .filter(path -> path.startsWith(VARIANT))
                        .filter(path -> isNumber(FeaturePath.parse(path).get(experiment)))
                        .toList());
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    }

    @Property(tries = 400)
    void theIdentityIsEqualExactlyWhenTheSettingsAre(
            @ForAll("numbers") String path, @ForAll @IntRange(min = 0, max = 3) int more) {
        var original = Experiments.twoVariants();
        var changed = Experiments.twoVariants();
        var old = FeaturePath.parse(path).get(original);
        Assume.that(set(changed, path, plus(old, more)));
        boolean equal = FeaturePath.parse(path).get(changed).equals(old);
        assertEquals(equal, spec(original, 1).id().equals(spec(changed, 1).id()), path);
        assertEquals(more == 0, equal);
    }

    private static String plus(String number, int more) {
        return number.matches("-?\\d+")
                ? Long.toString(Long.parseLong(number) + more)
                : Double.toString(Double.parseDouble(number) + more / 16.0);
    }

    /** Not every number is allowed everywhere. */
    private static boolean set(Experiment experiment, String path, String value) {
        try {
            FeaturePath.parse(path).set(experiment, value);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    @Property(tries = 50)
    void seedsMakeRepetitionsOfOneConfiguration(@ForAll int first, @ForAll int second) {
        var experiment = Experiments.twoVariants();
        var one = spec(experiment, first);
        var other = spec(experiment, second);
        assertEquals(first == second, one.id().equals(other.id()));
        assertEquals(one.configurationId(), other.configurationId());
    }

    @Example
    void aSpecThatWasWrittenAndReadIsTheSame() {
        var spec = spec(Experiments.twoVariants(), 1);
        var read = Json.parse(Json.pretty(spec.json())).getAsJsonObject();
        assertEquals(spec.id(), new RunSpec(read).id());
        assertEquals(
                List.of("format", "method", "settings", "data", "seed"),
                List.copyOf(read.keySet()));
    }
}
