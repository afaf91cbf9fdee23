// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

/** Commands that ask a worker, over a process that knows the answers. */
class WorkerVerbsTest {
    private static final String PROPERTY = "penumbra.worker";

    @TempDir Path folder;

    @BeforeEach
    void install() throws IOException {
        System.setProperty(PROPERTY, FakeWorker.install(folder).toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void benchPrintsOneObjectOfFigures() {
        var use = Use.of("bench", "mednerf", "--json").done();
        assertEquals(1.5, use.json().get("iteration_seconds").getAsDouble());
        assertEquals(1.25, use.json().get("ratio_to_floor").getAsDouble());
        assertEquals(0.5, use.json().get("rss_growth_percent").getAsDouble());
        assertEquals("measuring\n", use.err());
        assertTrue(Use.of("bench", "mednerf").done().out().contains("ratio_to_floor"));
    }

    @Test
    void theWorkersOwnRefusalIsTheSentence() {
        Use.of("bench", "speed").refused("The worker can measure mednerf and nothing else.");
    }

    @Test
    void doctorListsEveryCheck() {
        var use = Use.of("doctor", "--runs", folder.resolve("runs")).done();
        for (var name : new String[] {"Java", "Display", "GTK", "Disk space", "Runs folder"}) {
            assertTrue(use.out().contains(" " + name + " "), use.out());
        }
        assertTrue(use.out().contains("Engine               starts"), use.out());
        assertTrue(use.out().contains("device cpu"), use.out());
        assertTrue(use.out().contains("ok       golden numbers"), use.out());
    }

    @Test
    void doctorFailsWhereSomethingIsBroken() {
        var use = Use.of("doctor", "--runs", folder, "--device", "cuda:0");
        assertEquals(1, use.code());
        assertTrue(use.out().contains("broken   golden numbers       off by 1"), use.out());
        System.clearProperty(PROPERTY);
        var none = Use.of("doctor", "--runs", folder);
        assertEquals(1, none.code());
        assertTrue(none.out().contains("broken   Engine"), none.out());
    }

    @Test
    void renderWritesAMontage() throws IOException {
        var run = Samples.finished(folder.resolve("runs"), "MedNeRF", 1, Map.of());
        var out = folder.resolve("out");
        var use =
                Use.of("render", run.path(), "--angles", "0:10:5", "--out", out, "--montage")
                        .done();
        assertEquals(out + "\n", use.out());
        var image = ImageIO.read(out.resolve("montage.png").toFile()).getRaster();
        assertEquals(4, image.getWidth());
        assertEquals(4, image.getHeight());
        assertEquals(0, image.getSample(0, 0, 0));
        assertEquals(128, image.getSample(3, 1, 0));
        assertEquals(255, image.getSample(1, 3, 0));
    }

    @Test
    void workerWorksOnOneRun() {
        var run = Samples.planned(folder.resolve("runs"), "MedNeRF", 1);
        Use.of("worker", run.path()).done();
        assertEquals(RunState.FINISHED, run.status().state());
        assertTrue(Files.exists(run.path().resolve("attempts/001")));
        var silent = Samples.planned(folder.resolve("runs"), "MedNeRF", 3);
        assertEquals(1, Use.of("worker", silent.path()).code());
    }
}
