// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.checkpoint.RunCheckpoints;
import org.penumbra.engine.evaluation.Evaluation;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.engine.settings.EvaluationSettings;
import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.engine.torch.Torch;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A request to stop, without the signal. */
class TrainingLoopTest {
    @TempDir Path temporary;

    @Test
    void aStoppedRunGoesOnToTheSameBits() throws IOException {
        var whole = small("whole");
        assertEquals(0, Worker.execute(List.of("run", whole.path().toString())));
        var stopped = small("stopped");
        assertEquals(Ending.PAUSED, runUntil(stopped, 5));
        assertEquals(List.of(5L, 3L), stopped.checkpoints().steps());
        assertEquals(0, Worker.execute(List.of("run", stopped.path().toString())));
        assertArrayEquals(tuned(whole), tuned(stopped));
        assertEquals(
                whole.results().orElseThrow().views(), stopped.results().orElseThrow().views());
        assertEquals(curve(whole), curve(stopped));
    }

    private RunFolder small(String name) {
        return SmallRun.create(temporary.resolve(name), "MedNeRF", SmallTraining.settings());
    }

    private static Ending runUntil(RunFolder folder, long step) {
        var run = folder.description();
        var resources = ResourceSettings.read(run.resources());
        var evaluating = EvaluationSettings.read(run.evaluation());
        var torch = Torch.start("cpu", 1, line -> {});
        var preparation = Preparation.of(run, resources, torch);
        try (var trainer = preparation.trainer();
                var events = folder.newAttempt().openEvents(1)) {
            var evaluation =
                    new Evaluation(
                            preparation.data().views(),
                            preparation.data().split(),
                            trainer.fittedViews(),
                            evaluating.profile());
            return new TrainingLoop(
                            trainer,
                            evaluation,
                            new Recorder(events),
                            new RunCheckpoints(folder.checkpoints()),
                            new Rhythm(resources, evaluating),
                            new StatusBoard(folder),
                            folder,
                            () -> {},
                            0)
                    .run(
                            () ->
                                    trainer.step() == step
                                            ? Optional.of(Request.PAUSE)
                                            : Optional.empty());
        }
    }

    private static byte[] tuned(RunFolder folder) throws IOException {
        var last = folder.checkpoints().latest().orElseThrow();
        return Files.readAllBytes(last.file("generator_test.safetensors"));
    }

    /** Steps and values over all attempts; the times differ. */
    private static List<String> curve(RunFolder folder) {
        return Curves.read(folder).get("loss/pixel").stream()
                .map(point -> point.step() + ": " + point.value())
                .toList();
    }
}
