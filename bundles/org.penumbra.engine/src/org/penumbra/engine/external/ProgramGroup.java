// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.runs.launch.Programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program and all that it starts: a process group of its own where the system has {@code setsid},
 * else its descendants as far as the system tells them.
 */
final class ProgramGroup {
    private final ProcessHandle leader;
    private final boolean grouped;

    /**
     * @param leader the process that was started
     * @param grouped whether its id is that of a group
     */
    ProgramGroup(ProcessHandle leader, boolean grouped) {
        this.leader = leader;
        this.grouped = grouped;
    }

    /** Whether programs started here get a group. */
    static boolean hasGroups() {
        return Programs.onPath("setsid").isPresent();
    }

    /**
     * Starts a program.
     *
     * @param command the program's place and its arguments
     * @param folder where it is started
     * @param environment what is set beside the inherited environment
     * @return its process; standard output and error are one stream, input is empty
     */
    static Process start(List<String> command, Path folder, Map<String, String> environment) {
        var whole = new ArrayList<String>();
        Programs.onPath("setsid").ifPresent(whole::add);
        whole.addAll(command);
        var builder =
                new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The program %s cannot be started: %s"
                            .formatted(command.getFirst(), e.getMessage()),
                    e);
        }
    }

    /**
     * Asks the leader to save and to end; what it started is its own business.
     *
     * @param signal {@code term}, {@code int} or {@code usr1}
     */
    void ask(String signal) {
        if (signal.equals("term") || !send(signal, Long.toString(leader.pid()))) {
            leader.destroy();
        }
    }

    /** Kills everything that is left, at once. */
    void kill() {
        var all = Stream.concat(Stream.of(leader), leader.descendants()).toList();
        if (grouped) {
            send("kill", "-" + leader.pid());
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether it came to this: a shell's own kill, which every system with signals has. */
    private static boolean send(String signal, String target) {
        var name = signal.toUpperCase(Locale.ROOT);
        try {
            var kill =
                    new ProcessBuilder("sh", "-c", "kill -s \"$1\" -- \"$2\"", "sh", name, target)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return kill.waitFor(10, TimeUnit.SECONDS) && kill.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the leader, waits, and kills what is left. */
    void end(String signal, Duration patience) {
        ask(signal);
        try {
            leader.onExit().get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            // It is killed below.
        }
        kill();
    }
}
