// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.launch.LaunchRecord;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code launch.json} keeps of a task.
 *
 * @param cluster the cluster's name
 * @param name the array job's name, unlike that of any other
 * @param job the array job's number; empty until the cluster has given one
 * @param task the task's number
 */
record SlurmRecord(String cluster, String name, OptionalLong job, int task) {
    private static final String LAUNCHER = "slurm";

    void write(RunFolder run) {
        var json = new JsonObject();
        json.addProperty("cluster", cluster);
        json.addProperty("name", name);
        job.ifPresent(number -> json.addProperty("job", Long.toString(number)));
        json.addProperty("task", task);
        LaunchRecord.write(run, LAUNCHER, json);
    }

    /**
     * What the run folder holds; nothing where another launcher had the run last.
     *
     * @throws InputException when the file is damaged
     */
    static Optional<SlurmRecord> read(RunFolder run) {
        return LaunchRecord.read(run)
                .filter(record -> record.launcher().equals(LAUNCHER))
                .map(record -> of(record.job()));
    }

    private static SlurmRecord of(Fields json) {
        var number = json.optionalText("job").map(text -> number(json, text));
        return new SlurmRecord(
                json.text("cluster"),
                name(json),
                number.map(OptionalLong::of).orElse(OptionalLong.empty()),
                Math.toIntExact(json.whole("task")));
    }

    /** Part of a path, and an argument of Slurm's programs. */
    private static String name(Fields json) {
        var name = json.text("name");
        if (!Submission.isName(name)) {
            throw new InputException(json.where() + " is damaged: its name is none of Penumbra's");
        }
        return name;
    }

    private static long number(Fields json, String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new InputException(json.where() + " is damaged: its job is no number");
        }
        return Long.parseLong(text);
    }

    /** The same with the number that the cluster gave. */
    SlurmRecord numbered(long number) {
        return new SlurmRecord(cluster, name, OptionalLong.of(number), task);
    }
}
