// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.external.ExternalRun;
import org.penumbra.engine.external.Outcome;
import org.penumbra.engine.external.Stop;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;

/**
 * One attempt at a run of a program that is not part of this one; starts no mathematics library.
 */
final class ExternalSession implements Session {
    private static final String PHASE = "program";

    private final Duty duty;
    private final RunFolder folder;

    ExternalSession(Duty duty) {
        this.duty = duty;
        folder = duty.folder();
    }

    @Override
    public int run() {
        var before = folder.status();
        duty.board().progress(PHASE, before.step(), before.steps(), Double.NaN);
        try (var stop = duty.listen();
                var heartbeat = duty.heartbeat()) {
            var run =
                    new ExternalRun(
                            folder,
                            duty.attempt(),
                            given(),
                            new Telling(),
                            () -> stop.asked().map(ExternalSession::stop));
            var outcome = run.run(Environment.machine());
            heartbeat.close();
            return end(outcome);
        }
    }

    private static Stop stop(Request request) {
        return switch (request) {
            case PAUSE -> Stop.PAUSE;
            case CANCEL -> Stop.CANCEL;
        };
    }

    private ExternalRun.Given given() {
        var views = new ProgramViews(folder);
        var resources = duty.resources();
        var facts = new ProgramFacts(folder, resources.device(), resources.threads());
        return new ExternalRun.Given(facts.values(), views.all(), views.training());
    }

    private int end(Outcome outcome) {
        duty.end(outcome.state(), outcome.message());
        return switch (outcome.state()) {
            case FINISHED -> 0;
            case PAUSED, CANCELLED -> Worker.STOPPED;
            default -> Worker.FAILED;
        };
    }

    private final class Telling implements ExternalRun.Board {
        @Override
        public void progress(long step, long steps, double secondsLeft) {
            duty.board().progress(PHASE, step, steps, secondsLeft);
        }

        @Override
        public void stopping() {
            duty.board().pausing();
            duty.log().say("The run stops when the program has ended.");
        }

        @Override
        public void say(String line) {
            duty.log().say(line);
        }
    }
}
