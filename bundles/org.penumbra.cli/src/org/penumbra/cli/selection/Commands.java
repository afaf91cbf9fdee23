// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.penumbra.io.InputException;
import org.penumbra.model.external.Placeholders;
import org.penumbra.runs.code.Program;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.spec.ExternalSpec;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The programs that runs start: whether they are on this machine. */
final class Commands {
    private Commands() {}

    /** A sentence for every program that is not there. */
    static List<String> missing(List<PlannedRun> runs) {
        var sentences = new LinkedHashSet<String>();
        runs.stream()
                .filter(run -> ExternalSpec.isOne(run.description().spec()))
                .forEach(run -> missing(run).ifPresent(sentences::add));
        return List.copyOf(sentences);
    }

    private static Optional<String> missing(PlannedRun run) {
        var settings = Fields.of(run.description().spec().get("settings"), "settings");
        var program = settings.texts("command").getFirst();
        var environment = settings.fields("environment");
        if (!Placeholders.names(program).isEmpty() || environment.has("PATH")) {
            return Optional.empty();
        }
        var code = new Fields(run.description().resources(), "resources").text("code");
        try {
            Program.find(program, Path.of(code), Optional.empty());
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(run.variant() + " cannot be started: " + e.getMessage());
        }
    }
}
