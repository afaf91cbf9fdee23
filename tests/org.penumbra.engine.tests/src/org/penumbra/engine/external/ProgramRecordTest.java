// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ProgramRecordTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        assertFalse(ProgramRecord.read(folder).hasStarted());
        var record =
                ProgramRecord.read(folder)
                        .with(ProcessHandle.current())
                        .with(12.5, Map.of("a/events", 77L));
        record.write(folder);
        assertEquals(record, ProgramRecord.read(folder));
        assertTrue(record.hasStarted());
        assertEquals(ProcessHandle.current(), record.leftover().orElseThrow());
    }

    @Test
    void aProgramThatOutlivedItsWorkerIsEnded() throws InterruptedException {
        var program = ProgramGroup.start(List.of("/bin/sh", "-c", "sleep 1000"), folder, Map.of());
        var record = ProgramRecord.read(folder).with(program.toHandle());
        assertTrue(record.endLeftover("term", SHORT));
        assertTrue(program.waitFor() > 0);
        assertFalse(record.endLeftover("term", SHORT), "it is gone");
    }

    @Test
    void anotherProcessOfThatNumberIsLeftAlone() {
        var self = ProcessHandle.current();
        var old =
                new ProgramRecord(
                        org.penumbra.runs.folder.Host.name(),
                        self.pid(),
                        self.info().startInstant().orElseThrow().minusSeconds(60).toString(),
                        0,
                        Map.of());
        assertTrue(old.leftover().isEmpty());
        var elsewhere = new ProgramRecord("elsewhere", self.pid(), "", 0, Map.of());
        assertTrue(elsewhere.leftover().isEmpty());
    }
}
