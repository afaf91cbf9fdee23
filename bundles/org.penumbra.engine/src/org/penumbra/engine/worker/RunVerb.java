// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

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
        var before = folder.status();
        var attempt = folder.newAttempt();
        var log = new AttemptLog(attempt.log());
        if (!before.message().isEmpty()) {
            log.say("The run was %s: %s".formatted(before.state(), before.message()));
        }
        try (var reserve = DiskReserve.of(folder, attempt)) {
            return attempt(folder, attempt, log, reserve);
        }
    }

    private static int attempt(
            RunFolder folder, Attempt attempt, AttemptLog log, DiskReserve reserve) {
        var board = new StatusBoard(folder);
        try {
            reserve.take();
            return new RunSession(folder, attempt, board, log).run();
        } catch (RuntimeException failure) {
            var explained = reserve.explain(failure);
            tell(board, log, explained);
            throw explained;
        } catch (Error failure) {
            reserve.close();
            tell(board, log, failure);
            throw failure;
        }
    }

    private static void tell(StatusBoard board, AttemptLog log, Throwable failure) {
        try {
            board.end(RunState.FAILED, Sentence.of(failure));
        } catch (RuntimeException unwritable) {
            failure.addSuppressed(unwritable);
        }
        log.failure(failure);
    }
}
