// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class LocalLauncherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void aWorkerLeadsASessionOfItsOwnAndSavesWhenAsked() throws Exception {
        assumeTrue(Programs.onPath("setsid").isPresent(), "a system with setsid");
        var run = RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 4));
        var launcher = new LocalLauncher(FakeInstallation.in(folder));
        var worker = launcher.launch(List.of(new Assignment(run, "cpu", 1))).getFirst();
        long pid = Long.parseLong(worker.name().replace("process ", ""));
        Conditions.await("it runs", PATIENCE, () -> run.status().state() == RunState.RUNNING);
        assertEquals(pid, run.status().pid(), "nothing stands between us and it");
        assertEquals(pid, session(pid));
        assertTrue(worker.exitCode().isEmpty());
        worker.stop();
        assertTrue(worker.ended(PATIENCE));
        assertEquals(RunState.PAUSED, run.status().state());
    }

    /** The sixth field of the kernel's line; the second one ends with the last parenthesis. */
    private static long session(long pid) throws IOException {
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ")[3]);
    }

    @Test
    void verbsArePipedAndGetTheirArguments() throws Exception {
        var run = RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 1));
        var verb = FakeInstallation.in(folder).process("render", List.of(run.path().toString()));
        var process = verb.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.startsWith("org.penumbra.engine.worker.Worker render"), output);
    }

    @Test
    void anInstallationWithoutEngineSaysSo() {
        var before = System.getProperty(WorkerCommand.PROPERTY);
        System.setProperty(WorkerCommand.PROPERTY, folder.resolve("missing.args").toString());
        try {
            var message = assertThrows(InputException.class, WorkerCommand::installed).getMessage();
            assertTrue(message.contains("missing.args is missing"), message);
        } finally {
            if (before == null) {
                System.clearProperty(WorkerCommand.PROPERTY);
            } else {
                System.setProperty(WorkerCommand.PROPERTY, before);
            }
        }
    }
}
