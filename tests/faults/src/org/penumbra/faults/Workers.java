// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import org.penumbra.product.Penumbra;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.launch.WorkerEnvironment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The worker processes of this machine. */
final class Workers {
    private static final String MAIN = "org.penumbra.engine.worker.Worker";
    private static final String INSTALLATION =
            "releng/org.penumbra.product/target/products/penumbra/linux/gtk/x86_64";

    private Workers() {}

    /** Starts the worker of a run with nobody in between, so that it can be killed at once. */
    static Process start(RunFolder run) throws IOException {
        var arguments = Penumbra.root().resolve(INSTALLATION).resolve("worker.args");
        return new WorkerCommand(List.of(), arguments, WorkerEnvironment.of(1))
                .process("run", List.of(run.path().toAbsolutePath().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(run.workerLog().toFile()))
                .start();
    }

    /** Those that work on runs of a runs folder, also while they only start. */
    static List<ProcessHandle> of(Path runs) {
        return ProcessHandle.allProcesses()
                .filter(process -> run(process).filter(run -> run.startsWith(runs)).isPresent())
                .toList()
                .stream()
                // One that ended while the others were looked at has perhaps its successor there.
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** The run that a process works on. */
    static Optional<Path> run(ProcessHandle process) {
        return process.info().arguments().flatMap(Workers::run);
    }

    private static Optional<Path> run(String[] arguments) {
        var words = Arrays.asList(arguments);
        int main = words.indexOf(MAIN);
        return main >= 0 && words.size() > main + 2 && words.get(main + 1).equals("run")
                ? Optional.of(Path.of(words.get(main + 2)))
                : Optional.empty();
    }

    /** The Penumbra process that started another one, while it lives. */
    static Optional<ProcessHandle> parent(ProcessHandle process) {
        return process.parent().filter(Workers::isPenumbra);
    }

    /** By the kernel's own word: that of Java is cut after as much as a class path is long. */
    private static boolean isPenumbra(ProcessHandle process) {
        try {
            var command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return command.contains("\0org.penumbra.cli.Main\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
