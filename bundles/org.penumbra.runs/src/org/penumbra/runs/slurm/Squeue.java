// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.List;
import java.util.OptionalInt;

/**
 * {@code squeue}: everything that waits, works, or has ended some minutes ago.
 *
 * @param program the program
 */
record Squeue(Program program) {
    /** Array job, task, state, name of the job, and the reason, which may hold anything. */
    private static final String FORMAT = "%F|%K|%T|%j|%r";

    private static final int FIELDS = 5;
    private static final String UNKNOWN = "Invalid job id";

    /**
     * One line.
     *
     * @param id the task
     * @param name the job's name
     * @param report what Slurm says about it
     */
    record Line(TaskId id, String name, TaskReport report) {}

    /** All tasks of an array job; none where Slurm has forgotten it. */
    List<Line> job(long job) {
        var answer = program.run(arguments("--jobs=" + job));
        if (!answer.good() && !answer.err().contains(UNKNOWN)) {
            throw new SlurmFailure("Slurm's squeue failed: " + answer.complaint());
        }
        return answer.good() ? parse(answer.out()) : List.of();
    }

    /** All tasks of the array job of that name. */
    List<Line> named(String name) {
        return parse(program.demand(arguments("--name=" + name)));
    }

    private static List<String> arguments(String filter) {
        return List.of("--noheader", "--array", "--states=all", "--format=" + FORMAT, filter);
    }

    /** Lines of jobs that are no arrays, and so not ours, are passed over. */
    static List<Line> parse(String out) {
        return out.lines()
                .filter(line -> !line.isBlank())
                .map(Squeue::fields)
                .filter(fields -> !fields[1].equals("N/A"))
                .map(Squeue::line)
                .toList();
    }

    private static String[] fields(String line) {
        var fields = line.split("\\|", FIELDS);
        if (fields.length != FIELDS) {
            throw damaged(line);
        }
        return fields;
    }

    private static Line line(String[] fields) {
        try {
            var id = new TaskId(Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
            return new Line(
                    id, fields[3], TaskReport.of(fields[2], fields[4], OptionalInt.empty()));
        } catch (NumberFormatException e) {
            throw damaged(String.join("|", fields));
        }
    }

    private static SlurmFailure damaged(String line) {
        return new SlurmFailure(
                "Slurm's squeue printed a line that Penumbra does not understand: " + line);
    }
}
