// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonObject;

import org.penumbra.engine.external.ExternalRun;
import org.penumbra.engine.external.Outcome;
import org.penumbra.engine.external.Stop;
import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;

import java.time.Duration;
import java.util.Optional;

/**
 * One attempt at a run of a program that is not part of this one; starts no mathematics library.
 */
final class ExternalSession implements Session {
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final String PHASE = "program";

    private final RunFolder folder;
    private final Attempt attempt;
    private final StatusBoard board;
    private final AttemptLog log;

    ExternalSession(RunFolder folder, Attempt attempt, StatusBoard board, AttemptLog log) {
        this.folder = folder;
        this.attempt = attempt;
        this.board = board;
        this.log = log;
    }

    @Override
    public int run() {
        var before = folder.status();
        board.progress(PHASE, before.step(), before.steps(), Double.NaN);
        try (var stop = new StopRequest();
                var heartbeat = new Heartbeat(BEAT, board::beat)) {
            var run = new ExternalRun(folder, attempt, given(), new Telling(), () -> asked(stop));
            var ending = run.run(facts());
            heartbeat.close();
            return end(ending);
        }
    }

    private static Optional<Stop> asked(StopRequest stop) {
        return stop.asked() ? Optional.of(Stop.PAUSE) : Optional.empty();
    }

    private ExternalRun.Given given() {
        var resources = ResourceSettings.read(folder.description().resources());
        var views = new ProgramViews(folder);
        var facts = new ProgramFacts(folder, resources.device(), resources.threads());
        return new ExternalRun.Given(facts.values(), views.all(), views.training());
    }

    private static JsonObject facts() {
        var facts = new JsonObject();
        facts.addProperty("penumbra", Environment.version());
        facts.addProperty("java", Runtime.version().toString());
        facts.addProperty("system", System.getProperty("os.name"));
        facts.addProperty("systemVersion", System.getProperty("os.version"));
        facts.addProperty("architecture", System.getProperty("os.arch"));
        facts.addProperty("processors", Runtime.getRuntime().availableProcessors());
        facts.addProperty("host", Host.name());
        return facts;
    }

    private int end(Outcome ending) {
        board.end(ending.state(), ending.message());
        log.say(ending.message().isEmpty() ? "Finished." : ending.message());
        return switch (ending.state()) {
            case FINISHED -> 0;
            case PAUSED, CANCELLED -> Worker.STOPPED;
            default -> Worker.FAILED;
        };
    }

    private final class Telling implements ExternalRun.Board {
        @Override
        public void progress(long step, long steps, double secondsLeft) {
            board.progress(PHASE, step, steps, secondsLeft);
        }

        @Override
        public void stopping() {
            log.say("The run stops when the program has ended.");
        }

        @Override
        public void say(String line) {
            log.say(line);
        }
    }
}
