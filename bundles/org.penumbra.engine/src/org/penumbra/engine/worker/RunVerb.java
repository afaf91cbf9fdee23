// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.ownership.Claim;
import org.penumbra.runs.ownership.OwnedElsewhere;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code run RUN_FOLDER [--device D]}: trains, from the last checkpoint where there is one, and
 * evaluates.
 */
final class RunVerb implements Verb {
    @Override
    public int run(List<String> arguments) {
        var options = Options.parse(arguments, "--device");
        if (options.words().size() != 1) {
            throw new InputException("The worker's run takes one run folder.");
        }
        var folder = RunFolder.open(Path.of(options.words().getFirst()));
        try (var claim = Claim.take(folder, Claim.PATIENCE)) {
            return attempt(folder, claim, options);
        } catch (OwnedElsewhere owned) {
            Output.error(owned.getMessage());
            return Worker.OWNED_ELSEWHERE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Worker.STOPPED;
        }
    }

    private static int attempt(RunFolder folder, Claim claim, Options options) {
        var board = new StatusBoard(folder);
        try (var log = new AttemptLog(claim.attempt().log())) {
            try {
                return new RunSession(folder, claim, board, log, options.get("--device")).run();
            } catch (RuntimeException | Error failure) {
                log.failure(failure);
                board.end(RunState.FAILED, Sentence.of(failure));
                throw failure;
            }
        }
    }
}
