// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Starts workers as processes of this machine, in a session of their own: closing the terminal or
 * ending this program leaves them at work. What they print goes to {@code worker.log}.
 */
public final class LocalLauncher implements Launcher {
    private final WorkerCommand command;
    private final int defaultThreads;

    /**
     * @param command how a worker is started
     * @param defaultThreads threads of a run whose setting {@code resources.threads} is 0
     */
    public LocalLauncher(WorkerCommand command, int defaultThreads) {
        this.command = command.detached();
        this.defaultThreads = Math.max(1, defaultThreads);
    }

    /**
     * The installed worker, the cores shared out among the runs.
     *
     * @param jobs how many runs there are at a time
     */
    public static LocalLauncher sharing(int jobs) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new LocalLauncher(WorkerCommand.installed(), cores / Math.max(1, jobs));
    }

    @Override
    public WorkerHandle launch(RunFolder run) {
        var log = ProcessBuilder.Redirect.appendTo(run.workerLog().toFile());
        var arguments = List.of(run.path().toAbsolutePath().toString());
        var builder =
                command.with(WorkerEnvironment.of(threads(run)))
                        .process("run", arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(log);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new LocalWorker(process);
        } catch (IOException e) {
            throw JsonFile.unwritable(run.workerLog(), new UncheckedIOException(e));
        }
    }

    private int threads(RunFolder run) {
        var resources =
                new Fields(run.description().resources(), run.path() + "/run.json, resources");
        int wanted = resources.has("threads") ? Math.toIntExact(resources.whole("threads")) : 0;
        return wanted > 0 ? wanted : defaultThreads;
    }
}
