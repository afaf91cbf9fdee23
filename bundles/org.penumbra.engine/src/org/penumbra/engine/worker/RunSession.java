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
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.time.Duration;
import java.util.Map;

/** One process's work at one run, from its last checkpoint to its end or to a request to stop. */
final class RunSession implements Session {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final RunFolder folder;
    private final Attempt attempt;
    private final StatusBoard board;
    private final AttemptLog log;
    private final ResourceSettings resources;
    private final EvaluationSettings evaluating;

    RunSession(RunFolder folder, Attempt attempt, StatusBoard board, AttemptLog log) {
        this.folder = folder;
        this.attempt = attempt;
        this.board = board;
        this.log = log;
        resources = ResourceSettings.read(folder.description().resources());
        evaluating = EvaluationSettings.read(folder.description().evaluation());
    }

    @Override
    public int run() {
        try (var stop = new StopRequest();
                var heartbeat = new Heartbeat(BEAT, board::beat)) {
            var torch = Torch.start(resources.device(), resources.threads(), this::tell);
            attempt.environment(Environment.record(torch));
            var preparation = Preparation.of(folder.description(), resources, torch);
            try (var trainer = preparation.trainer()) {
                var finished = train(trainer, preparation, stop);
                heartbeat.close();
                return finished ? end() : paused(trainer);
            }
        }
    }

    private boolean train(Trainer trainer, Preparation preparation, StopRequest stop) {
        var checkpoints = new RunCheckpoints(folder.checkpoints());
        var seconds = checkpoints.restore(trainer);
        log.say("Goes on after step %d of %d.".formatted(trainer.step(), trainer.steps()));
        var evaluation =
                new Evaluation(
                        preparation.data().views(),
                        preparation.data().split(),
                        trainer.fittedViews(),
                        evaluating.profile());
        try (var events = attempt.openEvents(trainer.step() + 1)) {
            var loop =
                    new TrainingLoop(
                            trainer,
                            evaluation,
                            new Recorder(events),
                            checkpoints,
                            new Rhythm(resources, evaluating),
                            board,
                            folder,
                            seconds);
            return loop.run(stop::asked);
        }
    }

    private int end() {
        board.end(RunState.FINISHED, "");
        log.say("Finished.");
        return 0;
    }

    private int paused(Trainer trainer) {
        board.end(RunState.PAUSED, "Stopped on request after step " + trainer.step() + ".");
        log.say("Stopped on request after step " + trainer.step() + ".");
        return Worker.STOPPED;
    }

    private void tell(String line) {
        log.say(line);
        Output.line(Map.of("message", line));
    }
}
