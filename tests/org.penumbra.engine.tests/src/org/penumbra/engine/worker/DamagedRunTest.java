// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is damaged in a run folder is told, passed over, and costs no wrong number. */
class DamagedRunTest {
    @TempDir Path temporary;
    private RunFolder folder;
    private byte[] weights;

    @BeforeEach
    void finish() throws IOException {
        folder = SmallRun.create(temporary.resolve("run"), "MedNeRF", SmallTraining.settings());
        assertEquals(0, run());
        assertEquals(List.of(8L, 6L, 3L), folder.checkpoints().steps());
        weights = weights();
    }

    private int run() {
        return Worker.execute(List.of("run", folder.path().toString()));
    }

    private byte[] weights() throws IOException {
        var last = folder.checkpoints().latest().orElseThrow();
        assertEquals(8, last.step());
        return Files.readAllBytes(last.file("generator_test.safetensors"));
    }

    private void damage(long... steps) throws IOException {
        for (long step : steps) {
            var name = "checkpoints/step-%06d/discriminator.safetensors".formatted(step);
            var file = folder.path().resolve(name);
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.attempts().getLast().log());
    }

    private void assertToldAndMended(String sentence) throws IOException {
        assertEquals(0, run());
        assertTrue(log().contains(sentence), log());
        assertEquals(RunState.FINISHED, folder.status().state());
        assertArrayEquals(weights, weights());
    }

    @Test
    void aDamagedCheckpointIsToldAndTheOneBeforeIsUsed() throws IOException {
        damage(8);
        assertToldAndMended("Goes on after step 6 of 8.");
        assertTrue(log().contains("has other content of discriminator.safetensors"), log());
        assertTrue(folder.status().message().contains("step-000008"), folder.status().message());
    }

    @Test
    void withoutAGoodCheckpointTheRunBeginsAgainAndSaysSo() throws IOException {
        damage(8, 6, 3);
        assertToldAndMended("Goes on after step 0 of 8.");
        assertTrue(log().contains("All checkpoints are damaged"), log());
        assertTrue(folder.status().message().contains("began again at step 0"));
    }

    @Test
    void aDamagedStatusDoesNotStopARun() throws IOException {
        damage(8);
        Files.writeString(folder.path().resolve("status.json"), "{\"formatVer");
        assertToldAndMended("status.json");
        assertTrue(log().contains("Goes on after step 6 of 8."), log());
    }

    @Test
    void imagesThatCannotBeWrittenEndTheRunOnlyWhereItsResultsNeedThem() throws IOException {
        damage(8, 6);
        var renders = folder.path().resolve("renders");
        Files.move(renders, temporary.resolve("renders"));
        Files.writeString(renders, "in the way");
        assertEquals(Worker.WRONG_INPUT, run());
        assertArrayEquals(weights, weights(), "the training itself went on to its end");
        assertEquals(RunState.FAILED, folder.status().state());
        assertTrue(folder.status().message().contains("renders cannot be written"));
        Files.delete(renders);
        assertEquals(0, run());
        assertEquals(List.of(8L), folder.renders().steps());
    }
}
