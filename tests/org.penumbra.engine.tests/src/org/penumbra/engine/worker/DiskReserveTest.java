// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DiskReserveTest {
    private static final UncheckedIOException FULL =
            new UncheckedIOException(
                    "Cannot write x: No space left on device",
                    new IOException("No space left on device"));

    @TempDir Path temporary;
    private RunFolder run;
    private Attempt attempt;

    @BeforeEach
    void begin() {
        run = SmallRun.create(temporary.resolve("run"), "MedNeRF", SmallTraining.settings());
        attempt = run.newAttempt();
    }

    private static Path file(Attempt attempt) {
        return attempt.path().resolve(DiskReserve.NAME);
    }

    @Test
    void theRoomIsGivenBackWhenTheDiskIsFull() throws IOException {
        try (var reserve = DiskReserve.of(run, attempt)) {
            reserve.take();
            assertEquals(256 << 10, Files.size(file(attempt)));
            var explained = reserve.explain(FULL);
            assertTrue(explained.getMessage().startsWith("The disk is full: make room"));
            assertTrue(explained.getMessage().contains("Cannot write x"));
            assertFalse(Files.exists(file(attempt)));
        }
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        try (var reserve = DiskReserve.of(run, attempt)) {
            reserve.take();
            var failure = new IllegalStateException("diverged");
            assertSame(failure, reserve.explain(failure));
        }
        assertFalse(Files.exists(file(attempt)));
    }

    @Test
    void theReserveOfAKilledWorkerIsGivenBackByTheNext() {
        DiskReserve.of(run, attempt).take();
        assertTrue(Files.exists(file(attempt)));
        DiskReserve.of(run, run.newAttempt()).close();
        assertFalse(Files.exists(file(attempt)));
    }
}
