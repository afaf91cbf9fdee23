// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * {@code scontrol}: what the controller knows, with exit codes.
 *
 * @param program the program
 */
record Scontrol(Program program) {
    private static final Pattern STATE =
            Pattern.compile("(?m)^ {3}JobState=(\\S+) Reason=(.*?) Dependency=");
    private static final Pattern EXIT_CODE =
            Pattern.compile("(?m)^ {3}Requeue=\\d.* ExitCode=(\\d+:\\d+)");
    private static final Pattern NAME = Pattern.compile("(?m)^JobId=\\d+ .*?JobName=(.*)$");
    private static final Pattern CLUSTER = Pattern.compile("(?m)^ClusterName\\s+= (\\S+)\\s*$");
    private static final List<String> UNKNOWN = List.of("not found", "Invalid job id");

    /** One task of the job of that name; nothing where the controller has forgotten it. */
    Optional<TaskReport> task(TaskId task, String name) {
        var answer = program.run(List.of("show", "job", task.toString()));
        if (answer.good()) {
            return name(answer.out()).equals(name)
                    ? Optional.of(parse(answer.out()))
                    : Optional.empty();
        }
        var complaint = answer.complaint();
        if (UNKNOWN.stream().anyMatch(complaint::contains)) {
            return Optional.empty();
        }
        throw new SlurmFailure("Slurm's scontrol failed: " + complaint);
    }

    private static String name(String out) {
        var matcher = NAME.matcher(out);
        return matcher.find() ? matcher.group(1).stripTrailing() : "";
    }

    static TaskReport parse(String out) {
        // Fields of users' own making, such as the name, never begin a line of this form.
        var matcher = STATE.matcher(out);
        if (!matcher.find()) {
            throw new SlurmFailure("Slurm's scontrol printed no JobState for a job");
        }
        return TaskReport.of(matcher.group(1), matcher.group(2), exitCode(out));
    }

    private static OptionalInt exitCode(String out) {
        var matcher = EXIT_CODE.matcher(out);
        return matcher.find() ? ExitCodes.parse(matcher.group(1)) : OptionalInt.empty();
    }

    /** The cluster's name. */
    String cluster() {
        return cluster(program.demand(List.of("show", "config")));
    }

    static String cluster(String config) {
        var matcher = CLUSTER.matcher(config);
        if (!matcher.find()) {
            throw new SlurmFailure("Slurm's scontrol printed no ClusterName");
        }
        return matcher.group(1);
    }
}
