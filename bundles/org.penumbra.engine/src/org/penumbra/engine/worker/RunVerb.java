// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.spec.ExternalSpec;

import java.nio.file.Path;
import java.util.List;

/** {@code run RUN_FOLDER}: trains, from the last checkpoint where there is one, and evaluates. */
final class RunVerb implements Verb {
    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new InputException("The worker's run takes one run folder.");
        }
        var folder = RunFolder.open(Path.of(arguments.getFirst()));
        try (var lock = RunLock.take(folder.path())) {
            return attempt(folder);
        }
    }

    private static int attempt(RunFolder folder) {
        var attempt = folder.newAttempt();
        var board = new StatusBoard(folder);
        try (var log = new AttemptLog(attempt.log())) {
            try {
                return session(folder, attempt, board, log).run();
            } catch (RuntimeException | Error failure) {
                log.failure(failure);
                board.end(RunState.FAILED, Sentence.of(failure));
                throw failure;
            }
        }
    }

    private static Session session(
            RunFolder folder, Attempt attempt, StatusBoard board, AttemptLog log) {
        return ExternalSpec.isOne(folder.description().spec())
                ? new ExternalSession(folder, attempt, board, log)
                : new RunSession(folder, attempt, board, log);
    }
}
