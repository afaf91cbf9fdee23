// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonPrimitive;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.specimens.Parents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class BranchTest {
    private static final String WEIGHT = "variants/MedNeRF/losses/perceptual/weight";

    @TempDir Path runs;
    private RunFolder parent;

    @BeforeEach
    void train() {
        parent = Parents.medNeRF(runs, 1, 10, 20, 50);
    }

    private static BranchRequest weight() {
        return BranchRequest.changing(WEIGHT + "=0.2");
    }

    private String refusal(BranchRequest request) {
        var error = assertThrows(InputException.class, () -> Branch.of(parent, request));
        assertEquals(1, error.getMessage().lines().count(), error.getMessage());
        return error.getMessage();
    }

    @Test
    void aBranchIsARunOfItsOwnThatWaitsForAWorker() {
        var child = Branch.of(parent, weight().from(20)).make();
        var read = RunFolder.open(child.path());
        assertEquals(RunState.PLANNED, read.status().state());
        assertEquals(List.of(20L), read.checkpoints().steps());
        assertEquals(
                parent.checkpoints().at(20).orElseThrow().identity(),
                read.checkpoints().at(20).orElseThrow().identity());
        var settings = read.description().spec().getAsJsonObject("settings");
        assertEquals(
                "{\"kind\":\"lpips_alex\",\"weight\":0.2}",
                settings.getAsJsonObject("losses").get("perceptual").toString());
        assertEquals(1, read.description().seed());
        assertEquals(2, RunsFolder.read(runs).runs().size());
    }

    @Test
    void itsNameSaysWhereItComesFromAndWhatChanged() {
        var id = parent.description().id().substring(0, 8);
        var child = Branch.of(parent, weight().from(20));
        var name = "MedNeRF/branch-of-%s@20/weight=0.2/seed=1".formatted(id);
        assertEquals(name, child.description().name());
        assertTrue(
                child.folder().getFileName().toString().matches("[A-Za-z0-9._=+-]+"),
                child.folder().toString());
        assertEquals(Map.of(WEIGHT, "0.2"), child.description().levels());
        var wanted = Branch.of(parent, weight().from(20).named("gentle losses"));
        assertEquals("gentle losses", wanted.make().description().name());
        assertEquals(
                "gentle losses", RunsFolder.read(runs).find("gentle losses").description().name());
    }

    @Test
    void whereItComesFromIsPartOfItsIdentity() {
        var ten = Branch.of(parent, weight().from(10)).description();
        var twenty = Branch.of(parent, weight().from(20)).description();
        var fork = Branch.of(parent, BranchRequest.changing().from(20)).description();
        assertNotEquals(ten.id(), twenty.id());
        assertNotEquals(parent.description().id(), fork.id());
        var origin = fork.spec().getAsJsonObject("branchedFrom");
        assertEquals(List.of("run", "step", "checkpoint"), List.copyOf(origin.keySet()));
        assertEquals(parent.description().id(), origin.get("run").getAsString());
        assertEquals(20, origin.get("step").getAsLong());
        var rest = fork.spec().deepCopy();
        rest.remove("branchedFrom");
        assertEquals(parent.description().id(), CanonicalJson.sha256(rest));
    }

    @Test
    void theLineageGoesBackOverAllGenerations() {
        var child = Branch.of(parent, weight().from(20)).make();
        Parents.checkpoint(child, 30);
        var grandchild = Branch.of(child, BranchRequest.changing(WEIGHT + "=0.1")).make();
        var lineage = RunFolder.open(grandchild.path()).description().lineage();
        assertEquals(List.of(30L, 20L), lineage.stream().map(one -> one.step()).toList());
        assertEquals(
                List.of(child.description().name(), "MedNeRF/seed=1"),
                lineage.stream().map(one -> one.name()).toList());
        assertTrue(Lineage.of(grandchild).links().stream().allMatch(l -> l.run().isPresent()));
    }

    @Test
    void aLineageThatWasEditedIsDamage() throws IOException {
        var child = Branch.of(parent, weight().from(20)).make();
        var file = child.path().resolve("run.json");
        var json = Json.parse(file).getAsJsonObject();
        json.remove("sha256");
        json.getAsJsonArray("lineage").get(0).getAsJsonObject().add("step", new JsonPrimitive(10));
        Json.write(file, json);
        var error = assertThrows(InputException.class, () -> RunFolder.open(child.path()));
        assertTrue(error.getMessage().contains("lineage"), error.getMessage());
        json.remove("lineage");
        Json.write(file, json);
        assertThrows(InputException.class, () -> RunFolder.open(child.path()));
    }

    @Test
    void aForkNeedsNoChangeAndSaysWhatItIs() {
        var fork = Branch.of(parent, BranchRequest.changing().from(20));
        assertTrue(fork.notes().getFirst().contains("No setting"), fork.notes().toString());
        var seeded = Branch.of(parent, BranchRequest.changing().from(20).seeded(7));
        assertEquals(List.of(), seeded.notes());
        assertEquals(7, seeded.make().description().seed());
        assertTrue(seeded.description().name().endsWith("@20/seed=7"));
    }

    @Test
    void theSameBranchIsNotMadeTwice() {
        var child = Branch.of(parent, weight().from(20)).make();
        var refusal = refusal(weight().from(20));
        assertTrue(refusal.contains(child.description().name()), refusal);
        assertTrue(refusal(weight().from(10).named(child.description().name())).contains("--name"));
    }

    @Test
    void theNewestGoodCheckpointIsTakenUnlessAStepIsNamed() throws IOException {
        var last = parent.checkpoints().at(50).orElseThrow().file("weights.safetensors");
        assertEquals(50, Branch.of(parent, weight()).checkpoint().step());
        Files.writeString(last, "weights.safetensors at 51");
        assertEquals(20, Branch.of(parent, weight()).checkpoint().step());
        assertTrue(refusal(weight().from(50)).contains("damaged"));
        var refusal = refusal(weight().from(30));
        assertTrue(refusal.contains("only of 10, 20, 50"), refusal);
        assertTrue(refusal.contains("resources/keepCheckpoints"), refusal);
    }

    @Test
    void aRunWithoutCheckpointsIsNothingToBranchFrom() {
        parent = Parents.medNeRF(runs, 2);
        assertTrue(refusal(weight()).contains("no checkpoint yet"));
    }

    @Test
    void aCheckpointThatIsDamagedOrGoneByNowLeavesNothingBehind() throws IOException {
        var plan = Branch.of(parent, weight().from(20));
        Files.writeString(plan.checkpoint().file("more/state.json"), "more/state.json at 21");
        assertThrows(InputException.class, plan::make);
        var other = Branch.of(parent, weight().from(10));
        org.penumbra.io.files.AtomicFolder.delete(other.checkpoint().path());
        var error = assertThrows(InputException.class, other::make);
        assertTrue(error.getMessage().contains("removed"), error.getMessage());
        try (var entries = Files.list(runs)) {
            assertEquals(List.of(parent.path()), entries.toList());
        }
    }

    @Test
    void whatAKilledProcessLeavesHalfMadeIsNoRun() throws IOException {
        var child = Branch.of(parent, weight().from(20));
        var half = runs.resolve("." + child.folder().getFileName() + ".0-0-0.tmp");
        child.make();
        Files.move(child.folder(), half);
        assertEquals(1, RunsFolder.read(runs).runs().size());
        assertEquals(20, Branch.of(parent, weight().from(20)).make().checkpoints().steps().get(0));
    }

    @Test
    void damageToOneCopyIsNoDamageToTheOther() throws IOException {
        var child = Branch.of(parent, weight().from(20)).make();
        var file = child.checkpoints().at(20).orElseThrow().file("weights.safetensors");
        try (var channel =
                java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {0}));
        }
        assertTrue(child.checkpoints().at(20).isEmpty());
        assertTrue(parent.checkpoints().at(20).isPresent());
    }

    @Test
    void evaluationAndResourcesAreNotPartOfTheIdentity() {
        var request = BranchRequest.changing("evaluation/every=5", "resources/keepCheckpoints=3");
        var child = Branch.of(parent, request.from(20));
        assertEquals(5, child.description().evaluation().get("every").getAsInt());
        assertEquals("UMedNeRF", child.description().evaluation().get("baseline").getAsString());
        assertEquals(3, child.description().resources().get("keepCheckpoints").getAsInt());
        var plain = Branch.of(parent, BranchRequest.changing().from(20));
        assertEquals(plain.description().id(), child.description().id());
        assertFalse(child.notes().isEmpty());
    }
}
