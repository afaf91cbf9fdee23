// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.penumbra.io.InputException;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A file of a run folder with one bit flipped, or cut, is refused by name or says the same. */
class DamageTest {
    private static final List<String> FILES = List.of("run.json", "status.json", "results.json");

    private static TemporaryFolder shared;
    private static RunFolder good;

    /** All that is read from a run folder. */
    private record Read(RunDescription description, RunStatus status, Object results) {
        static Read of(Path folder) {
            var run = RunFolder.open(folder);
            return new Read(run.description(), run.status(), run.results());
        }
    }

    @BeforeContainer
    static void finish() {
        shared = TemporaryFolder.create();
        var metrics = Map.of("psnr", 31.25, "seconds", 1e-7, "ssim", Double.NaN);
        good = Specimens.finished(shared.path(), Specimens.description("MedNeRF", 1), metrics);
    }

    @AfterContainer
    static void remove() {
        shared.close();
    }

    @Property(tries = 600)
    void aFlippedBitNeverChangesWhatIsRead(
            @ForAll @IntRange(max = 2) int file,
            @ForAll @IntRange(max = 10_000) int offset,
            @ForAll @IntRange(max = 7) int bit) {
        damaged(
                FILES.get(file),
                bytes -> {
                    bytes[offset % bytes.length] ^= (byte) (1 << bit);
                    return bytes;
                });
    }

    @Property(tries = 200)
    void aCutNeverChangesWhatIsRead(
            @ForAll @IntRange(max = 2) int file, @ForAll @IntRange(max = 10_000) int offset) {
        damaged(FILES.get(file), bytes -> Arrays.copyOf(bytes, offset % bytes.length));
    }

    private static void damaged(String file, UnaryOperator<byte[]> damage) {
        var victim = good.path().resolve(file);
        try {
            var whole = Read.of(good.path());
            var bytes = Files.readAllBytes(victim);
            Files.write(victim, damage.apply(bytes.clone()));
            assertSameOrRefused(whole, file);
            Files.write(victim, bytes);
            assertEquals(whole, Read.of(good.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSameOrRefused(Read whole, String file) {
        try {
            var read = Read.of(good.path());
            var lost = read.status().state() == RunState.LOST;
            assertTrue(!lost || read.status().message().contains(file));
            assertEquals(whole, lost ? withStatus(read, whole.status()) : read);
        } catch (InputException e) {
            assertTrue(e.getMessage().contains(file), e.getMessage());
        }
    }

    private static Read withStatus(Read read, RunStatus status) {
        return new Read(read.description(), status, read.results());
    }
}
