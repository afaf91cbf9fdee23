// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.code.CodeFingerprint;
import org.penumbra.runs.code.Program;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.spec.ExternalSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One attempt at a run of a program that is not part of this one: prepares its work folder, starts
 * it, follows it to its end or to a request to stop, and keeps what it leaves.
 */
public final class ExternalRun {
    private final RunFolder folder;
    private final Attempt attempt;
    private final ExternalSettings settings;
    private final Given given;
    private final Board board;
    private final Supplier<Optional<Stop>> stop;

    /** Who wants to know how it goes. */
    public interface Board {
        /**
         * Takes progress.
         *
         * @param steps 0 where they are not known
         * @param secondsLeft NaN where it is not known
         */
        void progress(long step, long steps, double secondsLeft);

        /** Hears that the program was asked to save and to end. */
        void stopping();

        /** Takes a line for the log. */
        void say(String line);
    }

    /**
     * What placeholders stand for.
     *
     * @param facts seed, device, cuda, threads and run
     * @param data where the data are, where the program needs them
     * @param training where the training views are, where the program needs them
     */
    public record Given(Map<String, String> facts, Optional<Path> data, Optional<Path> training) {}

    /**
     * @param stop what somebody asks of the run, looked at twice a second
     * @throws InputException where the run's description lacks something
     */
    public ExternalRun(
            RunFolder folder,
            Attempt attempt,
            Given given,
            Board board,
            Supplier<Optional<Stop>> stop) {
        this.folder = folder;
        this.attempt = attempt;
        this.settings = ExternalSettings.of(folder.description());
        this.given = given;
        this.board = board;
        this.stop = stop;
    }

    /** Whether a run's program needs a placeholder. */
    public static boolean uses(RunDescription run, String placeholder) {
        return ExternalSettings.of(run).uses(placeholder);
    }

    /**
     * Does it.
     *
     * @param facts about the machine, for the attempt's record
     * @throws InputException where program, code or settings are not as planned
     */
    public Outcome run(JsonObject facts) {
        var record = ProgramRecord.read(folder.path());
        if (record.endLeftover(settings.stopSignal(), Duration.ofSeconds(settings.patience()))) {
            board.say("Ended the program of an earlier attempt, which had outlived its worker.");
        }
        checkCode();
        var work = WorkFolder.of(folder.path());
        var values = RunValues.of(settings, work, given.facts(), given.data(), given.training());
        var environment = environment(values);
        var command = command(values, work, environment, record.hasStarted());
        attempt.environment(describe(facts, command));
        try (var watch =
                new Watch(
                        folder, attempt, settings, values, work, record.positions(), board::say)) {
            watch.catchUp();
            board.say("Starts " + String.join(" ", command));
            var supervision =
                    new Supervision(folder, settings, record, watch, board, stop, steps());
            var ending = supervision.run(command, environment);
            watch.close();
            return ending.orElseGet(() -> finished(supervision, values, work));
        }
    }

    private long steps() {
        return ExternalSpec.steps(folder.description().spec());
    }

    private Outcome finished(Supervision supervision, RunValues values, WorkFolder work) {
        var figures = new FinalFigures(folder, settings);
        var missing = figures.write(values, work, supervision.step(), supervision.seconds());
        return new Outcome(RunState.FINISHED, missing);
    }

    private void checkCode() {
        if (!Files.isDirectory(settings.folder())) {
            throw new InputException(
                    "There is no folder %s with the program's code; plan the run again."
                            .formatted(settings.folder()));
        }
        var now = CodeFingerprint.of(settings.folder(), settings.sources());
        if (!now.equals(settings.code())) {
            throw new InputException(
                    "The code in %s is not the one that the run was planned with; plan it again."
                            .formatted(settings.folder()));
        }
    }

    private Map<String, String> environment(RunValues values) {
        var environment = new LinkedHashMap<String, String>();
        settings.environment().forEach((name, text) -> environment.put(name, values.fill(text)));
        return environment;
    }

    private List<String> command(
            RunValues values, WorkFolder work, Map<String, String> environment, boolean again) {
        var text =
                SettingsText.of(
                        settings.format(), values.parameters(), values.fill(settings.template()));
        var file = values.inner(settings.settingsFile());
        text.file().ifPresent(content -> JsonFile.text(work.place(file), content));
        var words = values.fill(settings.command());
        var searchPath = Optional.ofNullable(environment.get("PATH"));
        var command = new ArrayList<String>();
        command.add(Program.find(words.getFirst(), settings.folder(), searchPath));
        command.addAll(words.subList(1, words.size()));
        command.addAll(text.arguments());
        if (again) {
            command.addAll(values.fill(settings.resume()));
        }
        return command;
    }

    private JsonObject describe(JsonObject facts, List<String> command) {
        var words = new JsonArray();
        command.forEach(words::add);
        facts.add("command", words);
        facts.addProperty("workingFolder", settings.folder().toString());
        facts.addProperty("code", settings.code());
        CodeFingerprint.commit(settings.folder())
                .ifPresent(commit -> facts.addProperty("commit", commit));
        return facts;
    }
}
