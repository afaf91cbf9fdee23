// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Slurm's states and reasons in words for people. */
final class Reasons {
    private static final Pattern LIMIT =
            Pattern.compile("(Assoc|QOS|Max|Job).*(Limit|PerUser|PerAccount|Job|Node|Wall).*");

    private static final Map<String, String> STATES =
            Map.ofEntries(
                    Map.entry("CANCELLED", "cancelled in Slurm"),
                    Map.entry("TIMEOUT", "ended by Slurm at its time limit"),
                    Map.entry("OUT_OF_MEMORY", "took more memory than the job may have (--mem)"),
                    Map.entry("NODE_FAIL", "its node failed"),
                    Map.entry("BOOT_FAIL", "its node did not boot"),
                    Map.entry("PREEMPTED", "gave way to a job of higher priority"),
                    Map.entry("DEADLINE", "ended by Slurm at its deadline"),
                    Map.entry("LAUNCH_FAILED", "could not be started on its node"),
                    Map.entry("REVOKED", "taken over by another cluster"),
                    Map.entry("SUSPENDED", "suspended in Slurm"),
                    Map.entry("CONFIGURING", "waits for its node to boot"),
                    Map.entry("REQUEUE_HOLD", "requeued and held in Slurm"),
                    Map.entry("SPECIAL_EXIT", "requeued and held in Slurm"));

    private static final Map<String, String> WAITS =
            Map.ofEntries(
                    Map.entry("Resources", "waits for free resources"),
                    Map.entry("Priority", "waits behind jobs of higher priority"),
                    Map.entry("JobArrayTaskLimit", "waits for other runs of its array (--jobs)"),
                    Map.entry("BeginTime", "waits for its next start"),
                    Map.entry("Dependency", "waits for another job"),
                    Map.entry("JobHeldUser", "held by its user (scontrol release lets it go)"),
                    Map.entry("JobHeldAdmin", "held by an administrator"),
                    Map.entry("PartitionDown", "waits for its partition, which is down"),
                    Map.entry("PartitionInactive", "waits for its partition, which is inactive"),
                    Map.entry(
                            "PartitionTimeLimit",
                            "asks for more time than its partition allows (--time)"),
                    Map.entry("BadConstraints", "asks for what no node has"),
                    Map.entry("Licenses", "waits for a licence"));

    private Reasons() {}

    /** One clause; empty where all is as it should be. */
    static String sentence(TaskReport report) {
        return switch (report.state()) {
            case WORKING -> "";
            case WAITING -> STATES.getOrDefault(report.word(), waiting(report.reason()));
            case ENDED -> ended(report);
        };
    }

    private static String waiting(String reason) {
        if (reason.isEmpty()) {
            return "waits in Slurm";
        }
        var known = WAITS.get(reason);
        if (known != null) {
            return known;
        }
        var limit = LIMIT.matcher(reason).matches() ? "for a limit of its account or QOS " : "";
        return "waits %s(Slurm: %s)".formatted(limit, reason);
    }

    private static String ended(TaskReport report) {
        var known = STATES.get(report.word());
        if (known != null) {
            return known;
        }
        var how = byExitCode(report.exitCode());
        boolean more = !report.reason().isEmpty() && !report.reason().equals("NonZeroExitCode");
        return more && !how.isEmpty() ? "%s (Slurm: %s)".formatted(how, report.reason()) : how;
    }

    private static String byExitCode(OptionalInt code) {
        if (code.isEmpty()) {
            return "ended, and Slurm has forgotten how";
        }
        return code.getAsInt() == 0 ? "" : "ended with exit code " + code.getAsInt();
    }
}
