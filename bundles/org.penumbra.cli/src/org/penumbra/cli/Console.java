// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints to.
 *
 * @param out what was asked for
 * @param err errors, warnings and progress
 * @param terminal whether a person watches both, so that lines may be replaced in place
 * @param verbose whether errors come with their stack traces
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, boolean verbose) {

    /**
     * The process's own streams.
     *
     * @param verbose whether errors come with their stack traces
     */
    public static Console system(boolean verbose) {
        return new Console(
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)),
                System.console() != null && System.console().isTerminal(),
                verbose);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset()), true);
    }

    /** UTF-8 in pipes and files wherever they are written; only Windows' terminal has its own. */
    private static Charset charset() {
        return System.getProperty("os.name").startsWith("Windows")
                ? System.out.charset()
                : StandardCharsets.UTF_8;
    }

    /** Prints a line of what was asked for. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Prints text that ends its own lines. */
    public void text(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints a line that is no result: progress, a choice that was made. */
    public void note(String text) {
        err.println(text);
        err.flush();
    }

    /** Prints a warning. */
    public void warn(String sentence) {
        note("penumbra: warning: " + sentence);
    }

    /** Prints an error. */
    public void error(String sentence) {
        note("penumbra: " + sentence);
    }
}
