// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.util.List;

class SlurmOptionsTest {

    @Test
    void whatNobodyAskedForIsLeftToTheCluster() {
        assertEquals(List.of("--signal=B:USR1@120"), SlurmOptions.DEFAULT.arguments());
        assertEquals("--array=0-5", SlurmOptions.DEFAULT.array(6));
    }

    @Test
    void everythingReachesSbatch() {
        var options =
                new SlurmOptions(
                        "gpu",
                        "gpu:1",
                        "8:00:00",
                        "16G",
                        4,
                        "lab",
                        "long",
                        "a100|h100",
                        2,
                        300,
                        List.of("--exclude=n3", "--nice"));
        assertEquals(
                List.of(
                        "--partition=gpu",
                        "--gres=gpu:1",
                        "--time=8:00:00",
                        "--mem=16G",
                        "--cpus-per-task=4",
                        "--account=lab",
                        "--qos=long",
                        "--constraint=a100|h100",
                        "--signal=B:USR1@300",
                        "--exclude=n3",
                        "--nice"),
                options.arguments());
        assertEquals("--array=0-0%2", options.array(1));
    }

    @Test
    void theLaunchersOwnArgumentsAreRefused() {
        for (var ours : List.of("--array=0-9", "-a0-9", "-o", "--output=x", "--wrap=true", "-Jx")) {
            var thrown = assertThrows(InputException.class, () -> extra(ours), ours);
            assertTrue(thrown.getMessage().contains(ours), thrown.getMessage());
        }
        assertEquals(List.of("-xn3"), extra("-xn3").extra());
    }

    private static SlurmOptions extra(String argument) {
        return new SlurmOptions("", "", "", "", 0, "", "", "", 0, 60, List.of(argument));
    }
}
