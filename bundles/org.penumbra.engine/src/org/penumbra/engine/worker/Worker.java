// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The worker's entry point: {@code run}, {@code render}, {@code doctor} and {@code bench}. */
public final class Worker {
    /** Exit code of a task that failed. */
    static final int FAILED = 1;

    /** Exit code where the input is wrong. */
    static final int WRONG_INPUT = 2;

    /** Exit code of a run that was asked to stop. */
    static final int STOPPED = 130;

    /** Exit code where another process works on the run; nothing of it was touched. */
    static final int OWNED_ELSEWHERE = 4;

    private static final Map<String, Supplier<Verb>> VERBS =
            Map.of(
                    "run", RunVerb::new,
                    "render", RenderVerb::new,
                    "doctor", DoctorVerb::new,
                    "bench", BenchVerb::new);

    private Worker() {}

    /** Does what the arguments say and ends the process. */
    public static void main(String[] arguments) {
        System.exit(execute(List.of(arguments)));
    }

    /** Does what the arguments say. Returns the exit code. */
    static int execute(List<String> arguments) {
        try {
            return verb(arguments).run(arguments.subList(1, arguments.size()));
        } catch (InputException wrong) {
            Output.error(wrong.getMessage());
            return WRONG_INPUT;
        } catch (RuntimeException | LinkageError failure) {
            Output.error(Sentence.of(failure));
            failure.printStackTrace();
            return FAILED;
        }
    }

    private static Verb verb(List<String> arguments) {
        var name = arguments.isEmpty() ? "" : arguments.getFirst();
        var verb = VERBS.get(name);
        if (verb == null) {
            throw new InputException(
                    "The worker knows run, render, doctor and bench, not '" + name + "'.");
        }
        return verb.get();
    }
}
