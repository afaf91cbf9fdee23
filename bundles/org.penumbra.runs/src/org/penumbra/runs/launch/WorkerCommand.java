// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.io.InputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line and the environment of a worker.
 *
 * @param prefix what stands before the Java command, such as {@code setsid}
 * @param argumentFile the Java argument file with the worker's class path and virtual machine flags
 * @param environment what is set beside the inherited environment
 */
public record WorkerCommand(
        List<String> prefix, Path argumentFile, Map<String, String> environment) {
    /** The system property that names the argument file. */
    public static final String PROPERTY = "penumbra.worker";

    private static final String MAIN = "org.penumbra.engine.worker.Worker";

    /**
     * The worker that was installed with this program.
     *
     * @throws InputException when the installation names none
     */
    public static WorkerCommand installed() {
        var name = System.getProperty(PROPERTY);
        if (name == null || !Files.isRegularFile(Path.of(name))) {
            throw new InputException(
                    "This installation has no engine (system property %s: %s): start Penumbra with ./penumbra"
                            .formatted(PROPERTY, name == null ? "not set" : name + " is missing"));
        }
        return new WorkerCommand(List.of(), Path.of(name).toAbsolutePath(), Map.of());
    }

    /** The same with more in the environment. */
    public WorkerCommand with(Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new WorkerCommand(prefix, argumentFile, all);
    }

    /** The same, deaf to the terminal's Ctrl-C where the system has {@code setsid}. */
    public WorkerCommand detached() {
        return new WorkerCommand(detachment(), argumentFile, environment);
    }

    /** What stands before a command that shall outlive its parent and its terminal. */
    public static List<String> detachment() {
        return Programs.onPath("setsid").map(List::of).orElse(List.of());
    }

    /**
     * A process that is ready to start, its streams piped.
     *
     * @param verb such as {@code run}, {@code render}, {@code doctor}
     * @param arguments what the verb takes; paths must be absolute
     */
    public ProcessBuilder process(String verb, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + argumentFile);
        command.add(MAIN);
        command.add(verb);
        command.addAll(arguments);
        // The class path in the argument file starts from the installation, wherever that lies.
        var installation = argumentFile.toAbsolutePath().getParent().toFile();
        var builder = new ProcessBuilder(command).directory(installation);
        builder.environment().putAll(environment);
        return builder;
    }
}
