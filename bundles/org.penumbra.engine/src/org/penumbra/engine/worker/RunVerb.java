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
import org.penumbra.runs.spec.ExternalSpec;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

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
        var before = folder.status();
        var log = new AttemptLog(claim.attempt().log());
        if (!before.message().isEmpty()) {
            log.say("Before this attempt: " + before.message());
        }
        var board = new StatusBoard(folder);
        var duty = new Duty(folder, claim, board, log, options.get("--device"));
        try (var reserve = DiskReserve.of(folder, claim.attempt())) {
            // Made only there: settings that cannot be read are a failure of the run too.
            return attempt(() -> session(duty), board, log, reserve);
        }
    }

    private static Session session(Duty duty) {
        return ExternalSpec.isOne(duty.folder().description().spec())
                ? new ExternalSession(duty)
                : new RunSession(duty);
    }

    private static int attempt(
            Supplier<Session> session, StatusBoard board, AttemptLog log, DiskReserve reserve) {
        try {
            reserve.take();
            return session.get().run();
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
