// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.checkpoint.RunCheckpoints;
import org.penumbra.engine.evaluation.Evaluation;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.settings.EvaluationSettings;
import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.engine.torch.Torch;
import org.penumbra.runs.folder.RunFolder;

import java.util.Map;

/** One process's work at one run, from its last checkpoint to its end or to a request to stop. */
final class RunSession implements Session {
    private final Duty duty;
    private final RunFolder folder;
    private final ResourceSettings resources;
    private final EvaluationSettings evaluating;

    RunSession(Duty duty) {
        this.duty = duty;
        folder = duty.folder();
        resources = duty.resources();
        evaluating = EvaluationSettings.read(folder.description().evaluation());
    }

    @Override
    public int run() {
        try (var stop = duty.listen();
                var heartbeat = duty.heartbeat()) {
            var torch = Torch.start(resources.device(), resources.threads(), this::tell);
            duty.attempt().environment(Environment.record(torch));
            var preparation = Preparation.of(folder.description(), resources, torch);
            try (var trainer = preparation.trainer()) {
                var ending = train(trainer, preparation, stop);
                heartbeat.close();
                duty.end(ending.state(), word(ending, trainer));
                return ending.exitCode();
            }
        }
    }

    private Ending train(Trainer trainer, Preparation preparation, StopRequest stop) {
        var checkpoints = new RunCheckpoints(folder.checkpoints());
        var seconds = checkpoints.restore(trainer, this::note);
        duty.log().say("Goes on after step %d of %d.".formatted(trainer.step(), trainer.steps()));
        var evaluation =
                new Evaluation(
                        preparation.data().views(),
                        preparation.data().split(),
                        trainer.fittedViews(),
                        evaluating.profile());
        try (var events = duty.attempt().openEvents(trainer.step() + 1)) {
            var loop =
                    new TrainingLoop(
                            trainer,
                            evaluation,
                            new Recorder(events),
                            checkpoints,
                            new Rhythm(resources, evaluating),
                            duty.board(),
                            folder,
                            duty::fence,
                            seconds);
            return loop.run(stop::asked);
        }
    }

    private static String word(Ending ending, Trainer trainer) {
        return switch (ending) {
            case FINISHED -> "";
            case PAUSED -> "Stopped on request after step " + trainer.step() + ".";
            case CANCELLED -> "Cancelled after step " + trainer.step() + ".";
        };
    }

    private void note(String sentence) {
        duty.log().say(sentence);
        duty.board().note(sentence);
    }

    private void tell(String line) {
        duty.log().say(line);
        Output.line(Map.of("message", line));
    }
}
