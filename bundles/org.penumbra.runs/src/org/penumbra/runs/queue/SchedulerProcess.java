// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.launch.WorkerCommand;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts the scheduler as a process of its own, which outlives the one that started it. */
public final class SchedulerProcess implements SchedulerStarter {
    private static final String HOME = "penumbra.home";
    private static final List<String> PASSED =
            List.of(HOME, WorkerCommand.PROPERTY, HostFolder.PROPERTY);
    private static final long LARGEST_LOG = 4 << 20;

    private final HostFolder host = HostFolder.here();

    @Override
    public void ensure() {
        if (Lease.holder(host).isPresent()) {
            return;
        }
        try {
            start();
        } catch (IOException e) {
            throw JsonFile.unwritable(host.log(), new UncheckedIOException(e));
        }
    }

    private void start() throws IOException {
        var log = host.log();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        var builder =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()));
        // Every run brings its own submitter's; nothing of the first one's is for the others.
        builder.environment().keySet().removeIf(Wish::goesWithTheRun);
        builder.start().getOutputStream().close();
    }

    private static List<String> command() {
        var command = new ArrayList<>(WorkerCommand.detachment());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // One small process for as long as there is work.
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        PASSED.forEach(name -> passed(name).ifPresent(command::add));
        command.addAll(List.of("-cp", classPath(), "org.penumbra.cli.Main", "scheduler"));
        return command;
    }

    private static Optional<String> passed(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .map(value -> "-D%s=%s".formatted(name, value));
    }

    /** The installation's own where there is one: inside the window there is no class path. */
    private static String classPath() {
        return Optional.ofNullable(System.getProperty(HOME))
                .map(home -> Path.of(home, "command-line.classpath"))
                .filter(Files::isRegularFile)
                .map(SchedulerProcess::read)
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    private static String read(Path file) {
        try (var jars = Files.lines(file)) {
            return jars.map(jar -> file.resolveSibling(jar).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
