// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.ownership.Owner;
import org.penumbra.runs.ownership.ProcessMark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Starts workers as processes of this machine that outlive the one that started them. */
public final class LocalLauncher implements Launcher {
    private static final String NAME = "local";

    private final WorkerCommand command;

    /**
     * @param command how a worker is started
     */
    public LocalLauncher(WorkerCommand command) {
        this.command = command.detached();
    }

    @Override
    public List<Job> launch(List<Assignment> work) {
        return work.stream().map(this::launch).toList();
    }

    private Job launch(Assignment work) {
        var run = work.run();
        try {
            var process = builder(work).start();
            process.getOutputStream().close();
            LaunchRecord.write(run, NAME, ProcessMark.of(process.toHandle()).toJson());
            return LocalJob.ofChild(run, process);
        } catch (IOException e) {
            throw JsonFile.unwritable(run.workerLog(), new UncheckedIOException(e));
        }
    }

    private ProcessBuilder builder(Assignment work) {
        var log = ProcessBuilder.Redirect.appendTo(work.run().workerLog().toFile());
        return command.with(WorkerEnvironment.of(Threads.of(work)))
                .process("run", arguments(work))
                .redirectErrorStream(true)
                .redirectOutput(log);
    }

    private static List<String> arguments(Assignment work) {
        var run = work.run().path().toAbsolutePath().toString();
        return List.of(run, "--device", work.device());
    }

    /** The process that was started for the run, or that works on it, whoever started it. */
    @Override
    public Optional<Job> find(RunFolder run) {
        return new Owner(run)
                .mark()
                .flatMap(ProcessMark::process)
                .or(() -> started(run))
                .map(process -> LocalJob.ofStranger(run, process));
    }

    private static Optional<ProcessHandle> started(RunFolder run) {
        return LaunchRecord.read(run)
                .filter(record -> record.launcher().equals(NAME))
                .flatMap(record -> ProcessMark.of(record.job()).process());
    }
}
