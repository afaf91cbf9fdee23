// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The launcher before programs that answer as Slurm's do. */
class SlurmLauncherTest {
    private static final String CONFIG = "ClusterName             = here\n";

    @TempDir Path folder;
    private FakePrograms programs;
    private RunFolder one;
    private RunFolder two;

    @BeforeEach
    void cluster() throws IOException {
        programs =
                FakePrograms.in(folder)
                        .answering("sbatch", "17\n")
                        .answering("squeue", "")
                        .with("scancel");
        scontrol("   JobState=COMPLETED Reason=None Dependency=(null)\n");
        one = run(1);
        two = run(2);
    }

    private RunFolder run(long seed) {
        return RunFolder.create(
                folder.resolve("runs").resolve("run " + seed), Specimens.description("A", seed));
    }

    /** The controller knows the cluster and, for a job, these lines. */
    private void scontrol(String lines) throws IOException {
        Files.writeString(programs.folder().resolve("config"), CONFIG);
        programs.with(
                "scontrol", "[ \"$2\" = job ] || exec cat \"${0%/*}/config\"", "cat \"$0.job\"");
        Files.writeString(programs.folder().resolve("scontrol.job"), lines);
    }

    private void squeue(String state) throws IOException {
        programs.answering("squeue", "17|0|%s|%s|None\n".formatted(state, jobName()));
    }

    private String jobName() throws IOException {
        return programs.calls("sbatch").getLast().replaceFirst(".*--job-name=(\\S+).*", "$1");
    }

    private SlurmLauncher launcher() {
        var worker = new WorkerCommand(List.of(), folder.resolve("worker.args"), Map.of());
        return new SlurmLauncher(programs.slurm(), SlurmOptions.DEFAULT, () -> worker);
    }

    private List<Job> launched() {
        return launcher().launch(List.of(work(one), work(two)));
    }

    private static Assignment work(RunFolder run) {
        return new Assignment(run, "auto", 0);
    }

    @Test
    void runsHandedOverTogetherAreOneArray() throws Exception {
        var jobs = launched();
        assertEquals(
                List.of("Slurm job 17_0", "Slurm job 17_1"), jobs.stream().map(Job::name).toList());
        assertEquals(1, programs.calls("sbatch").size());
        assertTrue(programs.calls("sbatch").getFirst().contains("--array=0-1 --requeue"));
        assertEquals(RunState.QUEUED, two.status().state());
        try (var all = Files.list(folder.resolve("runs").resolve(".slurm"))) {
            var tasks = Files.readString(all.findFirst().orElseThrow().resolve("tasks.txt"));
            assertEquals("1\tauto\t%s\n1\tauto\t%s\n".formatted(one.path(), two.path()), tasks);
        }
    }

    @Test
    void anotherProcessFindsTheJob() throws Exception {
        launched();
        squeue("RUNNING");
        var found = launcher().find(RunFolder.open(one.path())).orElseThrow();
        assertEquals("Slurm job 17_0", found.name());
        assertEquals(JobState.WORKING, found.state());
        assertTrue(found.exitCode().isEmpty());
        assertFalse(found.ended(Duration.ZERO));
        assertTrue(launcher().find(run(3)).isEmpty());
    }

    @Test
    void aJobWhoseSubmitterDiedIsFoundByItsName() throws Exception {
        launched();
        var name = jobName();
        new SlurmRecord("here", name, OptionalLong.empty(), 1).write(two);
        assertTrue(launcher().find(two).isEmpty(), "it never reached the cluster");
        programs.answering("squeue", "23|1|PENDING|%s|Resources\n".formatted(name));
        assertEquals("Slurm job 23_1", launcher().find(two).orElseThrow().name());
    }

    @Test
    void aRunThatWasHandedToAnotherClusterStaysThere() {
        new SlurmRecord("elsewhere", "penumbra-20261125-101010-0123abcd", OptionalLong.of(4), 0)
                .write(one);
        var thrown = assertThrows(InputException.class, () -> launcher().find(one));
        assertTrue(thrown.getMessage().contains("cluster elsewhere"), thrown.getMessage());
    }

    @Test
    void allTasksAreAskedForAtOnce() throws Exception {
        var jobs = launched();
        programs.answering(
                "squeue",
                "17|0|RUNNING|%1$s|None\n17|1|PENDING|%1$s|JobArrayTaskLimit\n"
                        .formatted(jobName()));
        assertEquals(JobState.WORKING, jobs.get(0).state());
        assertEquals(JobState.WAITING, jobs.get(1).state());
        assertEquals("waits for other runs of its array (--jobs)", jobs.get(1).reason());
        assertEquals(1, programs.calls("squeue").size());
    }

    @Test
    void theEndIsKnownWithItsExitCode() throws Exception {
        var job = launched().getFirst();
        scontrol(
                "JobId=18 ArrayJobId=17 ArrayTaskId=0 JobName=%s\n".formatted(jobName())
                        + "   JobState=FAILED Reason=NonZeroExitCode Dependency=(null)\n"
                        + "   Requeue=1 Restarts=0 BatchFlag=1 Reboot=0 ExitCode=2:0\n");
        assertTrue(job.ended(Duration.ofMinutes(1)));
        assertEquals(OptionalInt.of(2), job.exitCode());
        assertEquals("ended with exit code 2", job.reason());
    }

    @Test
    void aScriptThatGaveUpSaysWhy() throws Exception {
        var job = launched().getFirst();
        scontrol(
                "JobId=18 ArrayJobId=17 ArrayTaskId=0 JobName=%s\n".formatted(jobName())
                        + "   JobState=FAILED Reason=NonZeroExitCode Dependency=(null)\n"
                        + "   Requeue=1 Restarts=0 BatchFlag=1 Reboot=0 ExitCode=1:0\n");
        assertEquals("ended with exit code 1", job.reason());
        var unique = jobName().substring("penumbra-".length());
        Files.writeString(
                folder.resolve("runs/.slurm").resolve(unique).resolve("task-0.txt"),
                "penumbra: n1 does not see the runs\nslurmstepd: done\n");
        assertEquals("n1 does not see the runs", job.reason());
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        new SlurmRecord("here", "penumbra-/../../x", OptionalLong.of(4), 0).write(one);
        var thrown = assertThrows(InputException.class, () -> launcher().find(one));
        assertTrue(thrown.getMessage().contains("is damaged"), thrown.getMessage());
    }

    @Test
    void aNumberThatWasGivenOutAgainIsNotOurJob() throws Exception {
        var job = launched().getFirst();
        programs.answering("squeue", "17|0|RUNNING|another|None\n");
        scontrol(
                "JobId=18 ArrayJobId=17 ArrayTaskId=0 JobName=another\n"
                        + "   JobState=RUNNING Reason=None Dependency=(null)\n");
        assertEquals(JobState.ENDED, job.state());
        assertEquals("ended, and Slurm has forgotten how", job.reason());
    }

    @Test
    void aControllerThatDoesNotAnswerLeavesTheJobWhereItWas() throws Exception {
        var array = new ArrayJob(programs.slurm(), 17, "n", System::nanoTime);
        programs.answering("squeue", "17|0|RUNNING|n|None\n");
        var job = new SlurmJob(one, array, 0, new TaskOutput(folder.resolve("none")));
        assertEquals(JobState.WORKING, job.state());
        programs.with(
                "squeue",
                "echo 'slurm_load_jobs error: Unable to contact slurm controller (connect failure)'"
                        + " >&2",
                "exit 1");
        array.cancel(0);
        assertEquals(JobState.WORKING, job.state());
        assertTrue(job.reason().contains("Unable to contact slurm controller"), job.reason());
    }

    @Test
    void aControllerThatIsBusyAfterTheSubmissionIsAskedAgain() throws Exception {
        programs.with("squeue", "echo 'slurm_load_jobs error: Socket timed out' >&2", "exit 1");
        var job = launched().getFirst();
        assertEquals(JobState.WAITING, job.state());
        assertTrue(job.reason().contains("Socket timed out"), job.reason());
        squeue("RUNNING");
        assertEquals(JobState.WORKING, job.state());
    }

    @Test
    void stoppingAWaitingJobTakesItOut() throws Exception {
        var job = launched().getFirst();
        programs.with(
                "squeue",
                "grep -q PENDING \"${0%/*}/scancel.calls\" 2>/dev/null || echo '17|0|PENDING|"
                        + jobName()
                        + "|Resources'");
        scontrol("");
        job.stop();
        assertEquals(List.of("--state=PENDING 17_0"), programs.calls("scancel"));
        assertEquals(Request.PAUSE, one.requests().asked().orElseThrow());
        assertEquals(RunState.PAUSED, one.status().state());
    }

    @Test
    void killingAWaitingJobCancelsTheRun() throws Exception {
        var job = launched().getFirst();
        job.kill();
        assertEquals(List.of("17_0"), programs.calls("scancel"));
        assertEquals(RunState.CANCELLED, one.status().state());
    }

    @Test
    void withoutSlurmOneSentenceSaysSo() {
        var nothing = new Slurm(folder.toString(), Duration.ofSeconds(1));
        var worker = new WorkerCommand(List.of(), folder.resolve("worker.args"), Map.of());
        var launcher = new SlurmLauncher(nothing, SlurmOptions.DEFAULT, () -> worker);
        var thrown = assertThrows(InputException.class, () -> launcher.launch(List.of(work(one))));
        assertTrue(thrown.getMessage().startsWith("There is no Slurm here"), thrown.getMessage());
        assertEquals(RunState.PLANNED, one.status().state());
        assertTrue(nothing.version().isEmpty());
    }

    @Test
    void whatSbatchRefusesIsSaidInItsWords() throws Exception {
        programs.with(
                "sbatch",
                "echo 'sbatch: error: invalid partition specified: nowhere' >&2",
                "echo 'sbatch: error: Batch job submission failed: Invalid partition name"
                        + " specified' >&2",
                "exit 1");
        var thrown = assertThrows(InputException.class, this::launched);
        assertEquals(
                "Slurm's sbatch failed: invalid partition specified: nowhere Batch job submission"
                        + " failed: Invalid partition name specified",
                thrown.getMessage());
        assertEquals(RunState.PLANNED, one.status().state());
        assertTrue(launcher().find(one).isEmpty());
    }

    @Test
    void aProgramThatHangsIsGivenUp() throws Exception {
        programs.with("scontrol", "exec sleep 600");
        var slow = programs.slurm(Duration.ofMillis(300));
        var thrown = assertThrows(SlurmFailure.class, slow::cluster);
        assertTrue(thrown.getMessage().contains("did not answer"), thrown.getMessage());
    }
}
