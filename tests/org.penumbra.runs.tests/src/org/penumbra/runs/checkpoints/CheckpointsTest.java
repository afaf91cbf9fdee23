// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.checkpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.io.json.Json;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

class CheckpointsTest {
    private static final List<String> FILES =
            List.of("weights.safetensors", "optimiser/state.safetensors", "manifest.json");

    private static TemporaryFolder shared;

    @TempDir Path folder;

    @BeforeContainer
    static void saveTwo() {
        shared = TemporaryFolder.create();
        var checkpoints = new Checkpoints(shared.path(), 2);
        checkpoints.save(1000, content(1000));
        checkpoints.save(2000, content(2000));
    }

    @AfterContainer
    static void remove() {
        shared.close();
    }

    private static AtomicFolder.Filler content(long step) {
        return temporary -> {
            Files.writeString(temporary.resolve(FILES.get(0)), "weights of step " + step);
            Files.createDirectory(temporary.resolve("optimiser"));
            Files.writeString(temporary.resolve(FILES.get(1)), "state of step " + step);
        };
    }

    @Test
    void theNewestIsFoundWithItsFiles() throws IOException {
        var checkpoints = new Checkpoints(folder.resolve("checkpoints"), 2);
        assertTrue(checkpoints.latest().isEmpty());
        checkpoints.save(10, content(10));
        checkpoints.save(20, content(20));
        var latest = checkpoints.latest().orElseThrow();
        assertEquals(20, latest.step());
        assertEquals("weights of step 20", Files.readString(latest.file(FILES.getFirst())));
        assertTrue(Files.isDirectory(folder.resolve("checkpoints/step-000020")));
    }

    @Test
    void theLastGoodOnesAreKeptAndDamagedOnesDoNotCount() throws IOException {
        var checkpoints = new Checkpoints(folder, 2);
        for (long step = 1; step <= 3; step++) {
            checkpoints.save(step, content(step));
        }
        assertEquals(List.of(3L, 2L), checkpoints.steps());
        Files.writeString(folder.resolve("step-000003").resolve(FILES.getFirst()), "cut");
        checkpoints.save(4, content(4));
        assertEquals(List.of(4L, 3L, 2L), checkpoints.steps(), "4 and 2 are good");
        assertEquals(1, checkpoints.damage().size());
    }

    @Test
    void aFailingWriterLeavesTheOldOnes() {
        var checkpoints = new Checkpoints(folder, 2);
        checkpoints.save(1, content(1));
        assertThrows(
                RuntimeException.class,
                () ->
                        checkpoints.save(
                                2,
                                temporary -> {
                                    throw new IOException("disk full");
                                }));
        assertEquals(List.of(1L), checkpoints.steps());
        assertEquals(1, checkpoints.latest().orElseThrow().step());
    }

    @Test
    void whatAKilledWorkerLeftBehindIsCleared() throws IOException {
        var remains = Files.createDirectory(folder.resolve(".step-000001.abc.tmp"));
        Files.writeString(remains.resolve("weights"), "half");
        new Checkpoints(folder, 2).save(2, content(2));
        assertTrue(Files.notExists(remains));
    }

    @Test
    void aManifestCannotPointOutside() throws IOException {
        var checkpoints = new Checkpoints(folder.resolve("checkpoints"), 2);
        checkpoints.save(1, content(1));
        var manifest = folder.resolve("checkpoints/step-000001/manifest.json");
        Files.writeString(folder.resolve("checkpoints/stolen"), "weights of step 1");
        Files.writeString(
                manifest, Files.readString(manifest).replace("weights.safetensors", "../stolen"));
        assertTrue(checkpoints.latest().isEmpty());
    }

    @Test
    void aForeignOrMissingFileIsNoticed() throws IOException {
        var checkpoints = new Checkpoints(folder, 2);
        checkpoints.save(1, content(1));
        var checkpoint = folder.resolve("step-000001");
        var foreign = Files.writeString(checkpoint.resolve("optimiser/more"), "more");
        assertTrue(checkpoints.damage().getFirst().contains("optimiser/more"));
        Files.delete(foreign);
        assertTrue(checkpoints.latest().isPresent());
        Files.delete(checkpoint.resolve(FILES.get(1)));
        assertTrue(checkpoints.damage().getFirst().contains(FILES.get(1)));
    }

    @Test
    void theManifestOfAnotherStepIsNoticed() throws IOException {
        var checkpoints = new Checkpoints(folder, 2);
        checkpoints.save(1, content(1));
        Files.move(folder.resolve("step-000001"), folder.resolve("step-000002"));
        assertTrue(checkpoints.latest().isEmpty());
    }

    @Test
    void aGoodCheckpointOfTheSameStepStaysAndADamagedOneIsReplaced() throws IOException {
        var checkpoints = new Checkpoints(folder, 2);
        checkpoints.save(1, content(1));
        checkpoints.save(1, content(2));
        var weights = folder.resolve("step-000001").resolve(FILES.getFirst());
        assertEquals("weights of step 1", Files.readString(weights));
        Files.writeString(weights, "cut");
        checkpoints.save(1, content(1));
        assertEquals("weights of step 1", Files.readString(weights));
        assertEquals(1, checkpoints.latest().orElseThrow().step());
    }

    @Test
    void checkpointsOfTheFirstFormatAreRead() throws IOException {
        var checkpoints = new Checkpoints(folder, 2);
        checkpoints.save(1, content(1));
        var manifest = folder.resolve("step-000001/manifest.json");
        var json = Json.parse(manifest).getAsJsonObject();
        json.remove("sha256");
        json.addProperty("formatVersion", 1);
        Json.write(manifest, json);
        assertEquals(1, checkpoints.latest().orElseThrow().step());
        json.addProperty("formatVersion", 3);
        Json.write(manifest, json);
        assertTrue(checkpoints.damage().getFirst().contains("newer Penumbra"));
    }

    @Property(tries = 300)
    void aFlippedBitAnywhereLeadsToTheOneBefore(
            @ForAll @IntRange(max = 2) int file,
            @ForAll @IntRange(max = 10_000) int offset,
            @ForAll @IntRange(max = 7) int bit) {
        damaged(
                file,
                bytes -> {
                    bytes[offset % bytes.length] ^= (byte) (1 << bit);
                    return bytes;
                });
    }

    @Property(tries = 200)
    void aFileThatWasCutAnywhereLeadsToTheOneBefore(
            @ForAll @IntRange(max = 2) int file, @ForAll @IntRange(max = 10_000) int offset) {
        damaged(file, bytes -> Arrays.copyOf(bytes, offset % bytes.length));
    }

    private static void assertNewest(long step, List<String> damagedFiles) {
        var checkpoints = new Checkpoints(shared.path(), 2);
        var damage = checkpoints.damage();
        assertEquals(step, checkpoints.latest().orElseThrow().step());
        assertEquals(damagedFiles.size(), damage.size(), damage::toString);
        for (var name : damagedFiles) {
            assertTrue(damage.getFirst().contains("step-002000"), damage::toString);
            assertTrue(damage.getFirst().contains(name), damage::toString);
        }
    }

    private static void damaged(int file, UnaryOperator<byte[]> damage) {
        var victim = shared.path().resolve("step-002000").resolve(FILES.get(file));
        try {
            var good = Files.readAllBytes(victim);
            Files.write(victim, damage.apply(good.clone()));
            assertNewest(1000, List.of(FILES.get(file)));
            Files.write(victim, good);
            assertNewest(2000, List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
