// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which sources Penumbra was built from, where it runs inside a checkout of them.
 *
 * @param commit the commit that is checked out
 * @param diff what tracked files differ in from it; cut after {@value #LONGEST_DIFF} characters
 */
record GitState(String commit, String diff) {
    private static final int LONGEST_DIFF = 200_000;

    /** The state of the working directory's checkout; nothing outside one or without git. */
    static Optional<GitState> here() {
        return git("rev-parse", "HEAD")
                .map(String::strip)
                .flatMap(commit -> git("diff", "HEAD").map(diff -> new GitState(commit, diff)));
    }

    JsonObject json() {
        var json = new JsonObject();
        json.addProperty("commit", commit);
        if (!diff.isEmpty()) {
            json.addProperty("diff", diff);
        }
        return json;
    }

    private static Optional<String> git(String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            return output(new ProcessBuilder(command));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> output(ProcessBuilder builder)
            throws IOException, InterruptedException {
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getInputStream()) {
            var text = new String(in.readNBytes(LONGEST_DIFF), StandardCharsets.UTF_8);
            in.skip(Long.MAX_VALUE);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        }
    }
}
