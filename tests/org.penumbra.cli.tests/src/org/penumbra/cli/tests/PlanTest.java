// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

class PlanTest {
    @TempDir Path folder;

    private Use plan(Path file, Object... more) {
        var arguments =
                new ArrayList<Object>(List.of("plan", file, "--runs", folder.resolve("runs")));
        arguments.addAll(List.of(more));
        return Use.of(arguments.toArray());
    }

    private static List<String> names(JsonObject plan) {
        return runs(plan).stream().map(run -> run.get("name").getAsString()).toList();
    }

    private static List<JsonObject> runs(JsonObject plan) {
        return StreamSupport.stream(plan.getAsJsonArray("runs").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void theExampleMakesTwoVariantsTimesTwoSeeds() {
        var json = plan(Samples.example(), "--json").done().json();
        assertEquals(
                List.of("MedNeRF/seed=1", "MedNeRF/seed=2", "UMedNeRF/seed=1", "UMedNeRF/seed=2"),
                names(json));
        assertTrue(
                runs(json).stream().allMatch(run -> run.get("status").getAsString().equals("new")));
        assertTrue(json.get("seconds_left").isJsonNull());
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void textSaysThatTheTimeIsUnknownAndWarnsOfConfounds() {
        var use = plan(Samples.example()).done();
        assertTrue(use.out().contains("4 runs, 0 finished"), use.out());
        assertTrue(use.out().contains("time unknown"), use.out());
        assertTrue(use.err().contains("MedNeRF and UMedNeRF differ in"), use.err());
        assertTrue(use.err().contains("fineTuning/weighting"), use.err());
    }

    @Test
    void optionsChooseAndChangeRuns() {
        var json =
                plan(
                                Samples.example(),
                                "--only",
                                "UMed*",
                                "--seeds",
                                "5,6,7",
                                "--set",
                                "variants/*/iterations=10",
                                "--set",
                                "variants/UMedNeRF/fineTuning/iterations=5",
                                "--json")
                        .done()
                        .json();
        assertEquals(List.of("UMedNeRF/seed=5", "UMedNeRF/seed=6", "UMedNeRF/seed=7"), names(json));
        assertTrue(runs(json).stream().allMatch(run -> run.get("steps").getAsInt() == 15));
    }

    @Test
    void whatIsLeftOutIsTold() {
        var text = plan(Samples.ablation()).done().out();
        assertTrue(text.contains("left out by an exclusion"), text);
    }

    @Test
    void factorsThatAlwaysChangeTogetherAreTold() {
        var whole = plan(Samples.ablation()).done();
        assertFalse(whole.err().contains(" alone"), whole.err());
        // This sample is (0.1, 1) and (1, 0.1) of the six combinations.
        var sample =
                plan(
                                Samples.ablation(),
                                "--set",
                                "ablation/strategy=random",
                                "--set",
                                "ablation/fraction=0.34",
                                "--set",
                                "ablation/samplingSeed=0")
                        .done();
        for (var factor : List.of("perceptual", "pixel")) {
            var path = "variants/MedNeRF/losses/%s/weight alone".formatted(factor);
            assertTrue(sample.err().contains("no two runs differ in " + path), sample.err());
        }
    }

    @Test
    void otherDataKeepTheirHeldOutViewsWhereTheyHaveThem() {
        var images = Samples.images(folder.resolve("a"), "01", 20, Samples.SIZE);
        var use = plan(Samples.example(), "--data", images).done();
        assertTrue(use.err().contains("held out: 01:7\n"), use.err());
        assertTrue(use.err().contains("20 views of 1 instances"), use.err());
    }

    @Test
    void otherDataWithoutThemHoldOutEveryNinthView() {
        var images = Samples.images(folder.resolve("b"), "07", 20, Samples.SIZE);
        var use = plan(Samples.example(), "--data", "knee=" + images).done();
        assertTrue(use.err().contains("held out: 07:4, 07:13\n"), use.err());
    }

    @Test
    void theDataDecideTheIdentity() {
        var one = Samples.images(folder.resolve("c"), "01", 12, Samples.SIZE);
        var same = Samples.images(folder.resolve("d"), "01", 12, Samples.SIZE);
        var first = plan(Samples.example(), "--data", one, "--json").done().out();
        assertEquals(first, plan(Samples.example(), "--data", same, "--json").done().out());
        var phantom = plan(Samples.example(), "--json").done().json();
        assertFalse(first.contains(runs(phantom).getFirst().get("id").getAsString()));
    }

    @Property(tries = 12)
    void aSettingIsWhatWasGiven(@ForAll @IntRange(min = 1, max = 1_000_000) int steps) {
        var json =
                Use.of(
                                "plan",
                                Samples.example(),
                                "--json",
                                "--set",
                                "variants/*/iterations=" + steps,
                                "--set=variants/*/fineTuning/iterations=1",
                                "--set",
                                "dataset/instanceCount=1",
                                "--set",
                                "dataset/geometry/views=72")
                        .done()
                        .json();
        assertTrue(runs(json).stream().allMatch(run -> run.get("steps").getAsInt() == steps + 1));
    }

    @Property(tries = 40)
    void whatIsNoAssignmentIsRefused(@ForAll String text) {
        var argument = "--set=" + text.replace("=", "");
        var use = Use.of("plan", Samples.example(), argument);
        assertEquals(2, use.code(), use.err());
        assertEquals("", use.out());
        assertTrue(use.err().startsWith("penumbra: "), use.err());
    }
}
