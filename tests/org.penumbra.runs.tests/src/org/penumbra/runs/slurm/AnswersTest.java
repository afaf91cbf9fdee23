// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.penumbra.runs.launch.JobState;
import org.penumbra.testing.Damage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** What Slurm's programs print; recorded from Slurm 22.05.8. */
class AnswersTest {
    private static final String SQUEUE =
            """
            6|N/A|PENDING|wrap|Resources
            3|3|PENDING|penumbra-1|JobArrayTaskLimit
            3|2|PENDING|penumbra-1|Nodes required for job are DOWN, DRAINED or reserved for jobs in higher priority partitions
            3|1|CANCELLED|penumbra-1|None
            3|0|RUNNING|penumbra-1|None
            """;

    private static final String SCONTROL =
            """
            JobId=4 ArrayJobId=3 ArrayTaskId=0 ArrayTaskThrottle=2 JobName=penumbra-x JobState=RUNNING
               UserId=root(0) GroupId=root(0) MCS_label=N/A
               Priority=4294901757 Nice=0 Account=(null) QOS=(null)
               JobState=%s Reason=%s Dependency=(null)
               Requeue=1 Restarts=0 BatchFlag=1 Reboot=0 ExitCode=%s
               RunTime=00:00:22 TimeLimit=00:05:00 TimeMin=N/A
               PreemptEligibleTime=2026-11-25T09:50:14 PreemptTime=2026-11-25T09:50:22
            """;

    private static final String CONFIG =
            """
            Configuration data as of 2026-11-25T09:50:22
            CliFilterPlugins        = (null)
            ClusterName             = penumbra-test
            CommunicationParameters = (null)
            """;

    @Test
    void squeueTellsStateAndReason() {
        var lines = Squeue.parse(SQUEUE);
        assertEquals(4, lines.size(), "a job that is no array is not ours");
        assertEquals("3_3", lines.getFirst().id().toString());
        assertEquals("penumbra-1", lines.getFirst().name());
        assertEquals(
                List.of(JobState.WAITING, JobState.WAITING, JobState.ENDED, JobState.WORKING),
                lines.stream().map(line -> line.report().state()).toList());
        assertEquals(
                "waits for other runs of its array (--jobs)",
                Reasons.sentence(lines.getFirst().report()));
        assertTrue(Reasons.sentence(lines.get(1).report()).contains("DOWN, DRAINED"));
        assertEquals("cancelled in Slurm", Reasons.sentence(lines.get(2).report()));
        assertEquals("", Reasons.sentence(lines.get(3).report()));
    }

    @Test
    void scontrolTellsExitCodes() {
        var failed = Scontrol.parse(SCONTROL.formatted("FAILED", "NonZeroExitCode", "3:0"));
        assertEquals(JobState.ENDED, failed.state());
        assertEquals(OptionalInt.of(3), failed.exitCode());
        assertEquals("ended with exit code 3", Reasons.sentence(failed));
        var killed = Scontrol.parse(SCONTROL.formatted("CANCELLED", "None", "0:9"));
        assertEquals(OptionalInt.of(137), killed.exitCode());
        var running = Scontrol.parse(SCONTROL.formatted("RUNNING", "None", "0:0"));
        assertEquals(OptionalInt.empty(), running.exitCode(), "it has not ended");
    }

    @Test
    void scontrolTellsWhatTheClusterDid() {
        assertEquals("ended by Slurm at its time limit", sentence("TIMEOUT", "TimeLimit", "0:15"));
        assertEquals(
                "took more memory than the job may have (--mem)",
                sentence("OUT_OF_MEMORY", "OutOfMemory", "0:125"));
        assertEquals("its node failed", sentence("NODE_FAIL", "None", "0:0"));
        assertEquals("", sentence("COMPLETED", "None", "0:0"));
        assertEquals(
                "waits for a limit of its account or QOS (Slurm: AssocGrpCpuLimit)",
                sentence("PENDING", "AssocGrpCpuLimit", "0:0"));
        assertEquals("waits for its next start", sentence("PENDING", "BeginTime", "0:0"));
        assertEquals("suspended in Slurm", sentence("SUSPENDED", "None", "0:0"));
    }

    private static String sentence(String state, String reason, String exitCode) {
        return Reasons.sentence(Scontrol.parse(SCONTROL.formatted(state, reason, exitCode)));
    }

    @Test
    void sacctTellsOfWhatIsGone() {
        assertEquals(JobState.ENDED, Sacct.parse("COMPLETED|0:0\n").orElseThrow().state());
        var cancelled = Sacct.parse("CANCELLED by 1000|0:15\n").orElseThrow();
        assertEquals("cancelled in Slurm", Reasons.sentence(cancelled));
        assertEquals(OptionalInt.of(143), cancelled.exitCode());
        assertEquals(
                OptionalInt.of(1),
                Sacct.parse("REQUEUED|0:0\nFAILED|1:0\n").orElseThrow().exitCode());
        assertTrue(Sacct.parse("\n").isEmpty());
    }

    @Test
    void sbatchTellsANumber() {
        assertEquals(17, SubmittedJob.parse("17\n"));
        assertEquals(17, SubmittedJob.parse("welcome to the cluster\n17;gpu-cluster\n"));
        for (var wrong : List.of("", "Submitted batch job 17", "0", "-1", "17_3", "x".repeat(99))) {
            assertThrows(SlurmFailure.class, () -> SubmittedJob.parse(wrong), wrong);
        }
    }

    @Test
    void theClusterHasAName() {
        assertEquals("penumbra-test", Scontrol.cluster(CONFIG));
        assertThrows(SlurmFailure.class, () -> Scontrol.cluster("ClusterName = "));
    }

    @Test
    void whatIsNotUnderstoodIsNotGuessed() {
        for (var wrong : List.of("3|1|RUNNING", "3|x|RUNNING|n|None", "3|1|DANCING|n|None", "a")) {
            assertThrows(SlurmFailure.class, () -> Squeue.parse(wrong), wrong);
        }
        assertThrows(SlurmFailure.class, () -> Scontrol.parse("JobId=3 JobName=x"));
        assertThrows(SlurmFailure.class, () -> Sacct.parse("COMPLETED"));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(SQUEUE.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void damageIsRefusedOrRead(@ForAll("damaged") byte[] bytes) {
        try {
            Squeue.parse(new String(bytes, StandardCharsets.UTF_8))
                    .forEach(line -> Reasons.sentence(line.report()));
        } catch (SlurmFailure refused) {
            assertTrue(refused.getMessage().contains("Slurm"), refused.getMessage());
        }
    }
}
