// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.checkpoint.RunCheckpoints;
import org.penumbra.engine.evaluation.Evaluation;
import org.penumbra.engine.evaluation.Predictions;
import org.penumbra.engine.method.Trainer;
import org.penumbra.io.InputException;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.results.Scores;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** Step after step, with checkpoints, renderings and evaluations between. */
final class TrainingLoop {
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final Recorder recorder;
    private final RunCheckpoints checkpoints;
    private final Rhythm rhythm;
    private final StatusBoard board;
    private final RunFolder folder;
    private final Runnable fence;
    private final Pace pace = new Pace();
    private double seconds;

    TrainingLoop(
            Trainer trainer,
            Evaluation evaluation,
            Recorder recorder,
            RunCheckpoints checkpoints,
            Rhythm rhythm,
            StatusBoard board,
            RunFolder folder,
            Runnable fence,
            double seconds) {
        this.trainer = trainer;
        this.evaluation = evaluation;
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        this.rhythm = rhythm;
        this.board = board;
        this.folder = folder;
        this.fence = fence;
        this.seconds = seconds;
    }

    /**
     * Goes on until all is done or somebody asks to stop. The state is in a checkpoint then, unless
     * the run was cancelled.
     *
     * @param asked looked at after every step
     */
    Ending run(Supplier<Optional<Request>> asked) {
        report();
        while (!trainer.finished()) {
            var request = asked.get();
            if (request.isPresent()) {
                return stop(Ending.of(request.get()));
            }
            step();
        }
        checkpoint();
        finish();
        return Ending.FINISHED;
    }

    private Ending stop(Ending ending) {
        if (ending == Ending.PAUSED) {
            board.pausing();
            checkpoint();
        }
        return ending;
    }

    private void step() {
        var start = System.nanoTime();
        var phase = trainer.phase();
        var scalars = trainer.advance();
        var took = (System.nanoTime() - start) / 1e9;
        seconds += took;
        pace.took(phase, took);
        recorder.scalars(trainer.step(), scalars);
        report();
        afterwards(trainer.step());
    }

    private void afterwards(long step) {
        if (rhythm.figures(step)) {
            recorder.figures(step, pace);
        }
        if (rhythm.evaluate(step) || rhythm.render(step)) {
            var predictions = evaluation.predict(trainer);
            keepIfPossible(predictions);
            if (rhythm.evaluate(step)) {
                score(predictions);
            }
        }
        if (rhythm.checkpoint(step)) {
            checkpoint();
        }
    }

    private void report() {
        var left = trainer.steps() - trainer.step();
        board.progress(trainer.phase(), trainer.step(), trainer.steps(), pace.seconds(left));
    }

    private void checkpoint() {
        fence.run();
        // First the curves: what a checkpoint contains must never be missing from them.
        recorder.sync();
        checkpoints.save(trainer, seconds);
        rhythm.saved();
    }

    /** Images between two steps are for people to look at: no reason to end a training. */
    private void keepIfPossible(Predictions predictions) {
        try {
            keep(predictions);
        } catch (UncheckedIOException | InputException unwritable) {
            Output.error(Sentence.of(unwritable));
        }
    }

    private void keep(Predictions predictions) {
        folder.renders()
                .save(
                        trainer.step(),
                        predictions.keys(),
                        predictions.azimuths(),
                        predictions.size(),
                        predictions.pixels());
    }

    private void score(Predictions predictions) {
        var eval = new HashMap<String, Double>();
        Scores.means(evaluation.scores(predictions))
                .forEach((name, value) -> eval.put("eval/" + name, value));
        recorder.scalars(trainer.step(), eval);
    }

    private void finish() {
        board.progress("evaluation", trainer.step(), trainer.steps(), Double.NaN);
        var predictions = evaluation.predict(trainer);
        keep(predictions);
        if (!rhythm.evaluate(trainer.step())) {
            score(predictions);
        }
        recorder.sync();
        fence.run();
        folder.results(evaluation.results(predictions, trainer.step(), seconds));
    }
}
