// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.handover;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;

/** Turns Ctrl-C into a sentence: what is followed goes on elsewhere. */
final class LetGo implements AutoCloseable {
    private final Console console;
    private final String sentence;
    private final Thread hook = new Thread(this::signalled, "let-go");

    /** Listens from now on. */
    LetGo(Console console, String sentence) {
        this.console = console;
        this.sentence = sentence;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void signalled() {
        console.error(sentence);
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** Listens no more. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal has come, and the hook ends the process.
        }
    }
}
