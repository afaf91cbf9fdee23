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
import org.penumbra.runs.ownership.Claim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One process's work at one run, from its last checkpoint to its end or to a request to stop. */
final class RunSession {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final RunFolder folder;
    private final Attempt attempt;
    private final Fence fence;
    private final Optional<String> device;
    private final StatusBoard board;
    private final AttemptLog log;
    private final ResourceSettings resources;
    private final EvaluationSettings evaluating;

    RunSession(
            RunFolder folder,
            Claim claim,
            StatusBoard board,
            AttemptLog log,
            Optional<String> device) {
        this.folder = folder;
        this.attempt = claim.attempt();
        this.fence = new Fence(claim, log);
        this.device = device;
        this.board = board;
        this.log = log;
        resources = ResourceSettings.read(folder.description().resources());
        evaluating = EvaluationSettings.read(folder.description().evaluation());
    }

    /** Returns the exit code of the process. */
    int run() {
        try (var stop = new StopRequest(folder.requests());
                var heartbeat = new Heartbeat(BEAT, this::beat)) {
            var torch =
                    Torch.start(device.orElse(resources.device()), resources.threads(), this::tell);
            attempt.environment(Environment.record(torch));
            var preparation = Preparation.of(folder.description(), resources, torch);
            try (var trainer = preparation.trainer()) {
                var ending = train(trainer, preparation, stop);
                heartbeat.close();
                return end(ending, trainer);
            }
        }
    }

    private void beat() {
        fence.check();
        board.beat();
    }

    private Ending train(Trainer trainer, Preparation preparation, StopRequest stop) {
        var checkpoints = new RunCheckpoints(folder.checkpoints());
        var seconds = checkpoints.restore(trainer, this::note);
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
                            fence::check,
                            seconds);
            return loop.run(stop::asked);
        }
    }

    private int end(Ending ending, Trainer trainer) {
        var word =
                switch (ending) {
                    case FINISHED -> "";
                    case PAUSED -> "Stopped on request after step " + trainer.step() + ".";
                    case CANCELLED -> "Cancelled after step " + trainer.step() + ".";
                };
        board.end(ending.state(), word);
        // Before the process is let go: another machine need not watch its heartbeat then.
        attempt.end();
        folder.requests().clear();
        log.say(word.isEmpty() ? "Finished." : word);
        return ending.exitCode();
    }

    private void note(String sentence) {
        log.say(sentence);
        board.note(sentence);
    }

    private void tell(String line) {
        log.say(line);
        Output.line(Map.of("message", line));
    }
}
