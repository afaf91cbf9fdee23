// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.launch.Threads;
import org.penumbra.runs.launch.WorkerCommand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Hands runs to a Slurm cluster: one array job for what is launched together. */
public final class SlurmLauncher implements Launcher {
    private final Slurm slurm;
    private final SlurmOptions options;
    private final Supplier<WorkerCommand> worker;
    private final Map<Long, ArrayJob> arrays = new ConcurrentHashMap<>();

    /**
     * @param slurm the cluster
     * @param options what the runs ask of it
     * @param worker how a worker is started, here and on the nodes; asked for when there is work
     */
    public SlurmLauncher(Slurm slurm, SlurmOptions options, Supplier<WorkerCommand> worker) {
        this.slurm = slurm;
        this.options = options;
        this.worker = worker;
    }

    @Override
    public List<Job> launch(List<Assignment> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        var cluster = slurm.cluster();
        var tasks = work.stream().map(this::task).toList();
        var submission = Submission.create(runs(work), worker.get(), tasks);
        var records = records(cluster, submission, work.size());
        long number = submit(work, submission, records);
        for (int task = 0; task < work.size(); task++) {
            records.get(task).numbered(number).write(work.get(task).run());
        }
        return jobs(work, submission, number);
    }

    private ArrayTask task(Assignment work) {
        var offered = work.threads() > 0 ? work.threads() : options.cpusPerTask();
        var threads = Threads.of(new Assignment(work.run(), work.device(), offered));
        return new ArrayTask(work.run().path(), work.device(), threads);
    }

    private static Path runs(List<Assignment> work) {
        return work.getFirst().run().path().toAbsolutePath().normalize().getParent();
    }

    private static List<SlurmRecord> records(String cluster, Submission submission, int tasks) {
        var records = new ArrayList<SlurmRecord>();
        for (int task = 0; task < tasks; task++) {
            records.add(new SlurmRecord(cluster, submission.name(), OptionalLong.empty(), task));
        }
        return records;
    }

    /**
     * Everything that finds the job again is on disk before there is a job; and a task that starts
     * at once finds the state that it changes.
     */
    private long submit(List<Assignment> work, Submission submission, List<SlurmRecord> records) {
        var before = work.stream().map(assignment -> assignment.run().status()).toList();
        try {
            for (int task = 0; task < work.size(); task++) {
                records.get(task).write(work.get(task).run());
                work.get(task).run().status(queued(before.get(task)));
            }
            return slurm.submit(submission.arguments(options, work.size()));
        } catch (InputException e) {
            for (int task = 0; task < work.size(); task++) {
                work.get(task).run().status(before.get(task));
            }
            throw e;
        }
    }

    private static RunStatus queued(RunStatus before) {
        return before.ended(RunState.QUEUED, "handed to Slurm");
    }

    private List<Job> jobs(List<Assignment> work, Submission submission, long number) {
        var array = array(number, submission.name());
        var jobs = new ArrayList<Job>();
        for (int task = 0; task < work.size(); task++) {
            array.submitted(task);
            jobs.add(job(work.get(task).run(), array, submission.name(), task));
        }
        return jobs;
    }

    private ArrayJob array(long number, String name) {
        return arrays.computeIfAbsent(number, n -> new ArrayJob(slurm, n, name, System::nanoTime));
    }

    /**
     * The task that was submitted for a run, by this process or another, also where the one that
     * submitted it died before it learnt the job's number.
     *
     * @throws InputException when the run was handed to another cluster, or this one does not
     *     answer
     */
    @Override
    public Optional<Job> find(RunFolder run) {
        return SlurmRecord.read(run).flatMap(record -> find(run, record));
    }

    private Optional<Job> find(RunFolder run, SlurmRecord record) {
        var here = slurm.cluster();
        if (!record.cluster().equals(here)) {
            throw new InputException(
                    ("%s was handed to the cluster %s, and this is %s: go on there, or remove its"
                                    + " launch.json")
                            .formatted(run.path(), record.cluster(), here));
        }
        var number = record.job().isPresent() ? record.job() : number(record.name());
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(job(run, record, number.getAsLong()));
    }

    private static Job job(RunFolder run, ArrayJob array, String name, int task) {
        return new SlurmJob(run, array, task, Submission.output(run, name, task));
    }

    private Job job(RunFolder run, SlurmRecord record, long number) {
        return job(run, array(number, record.name()), record.name(), record.task());
    }

    private OptionalLong number(String name) {
        return slurm.squeue().named(name).stream().mapToLong(line -> line.id().job()).findFirst();
    }
}
