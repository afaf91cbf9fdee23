// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.cli.parameters.Parameters;
import org.penumbra.io.json.Json;
import org.penumbra.runs.branch.Lineage;
import org.penumbra.runs.compare.Table;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.results.ViewScore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Everything about one run. */
public final class RunReport {
    private static final int VIEW_TEXTS = 2;

    private final RunFolder run;
    private final RunSummary summary;

    /** Reads where the run stands. */
    public RunReport(RunFolder run) {
        this.run = run;
        this.summary = RunSummary.of(run);
    }

    /** Parameters, status, figures per view, attempts; for people. */
    public String text() {
        var text = new StringBuilder();
        text.append(facts()).append('\n').append("Parameters\n");
        text.append(new Parameters(run.description().spec()).text()).append('\n');
        run.results().ifPresent(results -> text.append(scores(results)).append('\n'));
        text.append("Attempts\n");
        run.attempts().forEach(attempt -> text.append("  ").append(line(attempt)).append('\n'));
        return text.toString();
    }

    private String facts() {
        var description = run.description();
        var lines = new ArrayList<String>();
        lines.add("Run         " + description.name());
        lines.add("Experiment  " + description.experiment());
        lines.add("Identity    " + description.id());
        Lineage.of(run)
                .links()
                .forEach(link -> lines.add("Lineage     branched from " + link.text()));
        lines.add("Folder      " + run.path().toAbsolutePath().normalize());
        description.dataPath().ifPresent(path -> lines.add("Data        " + path));
        lines.add("State       " + state());
        if (!summary.progress().isEmpty()) {
            lines.add("Progress    " + summary.progress() + " " + summary.status().phase());
        }
        if (!summary.left().isEmpty()) {
            lines.add("Time left   " + summary.left());
        }
        lines.addAll(Remarks.of(run).lines());
        return String.join("\n", lines) + "\n";
    }

    private String state() {
        var message = summary.status().message();
        return message.isEmpty() ? summary.state() : summary.state() + ": " + message;
    }

    private static String line(Attempt attempt) {
        return "%03d  %s".formatted(attempt.number(), attempt.log());
    }

    /** One row per scored view, then the means and the predictions without a model. */
    private static String scores(Results results) {
        var metrics = new LinkedHashSet<String>();
        results.views().forEach(view -> metrics.addAll(view.metrics().keySet()));
        var header = new ArrayList<>(List.of("view", "role"));
        header.addAll(metrics);
        var rows = results.views().stream().map(view -> row(view, metrics)).toList();
        var text = new StringBuilder("Metrics (profile " + results.profile() + ")\n");
        text.append(new Table(header, rows, VIEW_TEXTS).text());
        results.metrics().forEach((name, value) -> text.append(figure(name, value)));
        return text.toString();
    }

    private static List<String> row(ViewScore view, Iterable<String> metrics) {
        var row = new ArrayList<>(List.of(view.view().toString(), view.role()));
        for (var metric : metrics) {
            row.add(RunList.figure(view.metrics().getOrDefault(metric, Double.NaN)));
        }
        return row;
    }

    private static String figure(String name, double value) {
        return "  %-18s %s%n".formatted(name, RunList.figure(value));
    }

    /** The same, for other programs. */
    public JsonElement toJson() {
        var json = summary.toJson();
        json.add("lineage", Lineage.of(run).toJson());
        Remarks.of(run).addTo(json);
        json.add("spec", run.description().spec());
        json.add("evaluation", run.description().evaluation());
        json.add("resources", run.description().resources());
        run.results().ifPresent(results -> addResults(json, results));
        var attempts = new JsonArray();
        run.attempts().forEach(attempt -> attempts.add(json(attempt)));
        json.add("attempts", attempts);
        return json;
    }

    private static void addResults(JsonObject json, Results results) {
        var whole = results.toJson();
        json.add("profile", whole.get("profile"));
        json.add("views", whole.get("views"));
        json.add("baselines", whole.get("baselines"));
    }

    private static JsonObject json(Attempt attempt) {
        var json = new JsonObject();
        json.addProperty("number", attempt.number());
        json.addProperty("log", attempt.log().toAbsolutePath().normalize().toString());
        var environment = attempt.path().resolve("environment.json");
        if (environment.toFile().exists()) {
            json.add("environment", Json.parse(environment));
        }
        return json;
    }
}
