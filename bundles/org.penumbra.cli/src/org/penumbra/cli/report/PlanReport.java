// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.cli.selection.Selection;
import org.penumbra.runs.compare.Table;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.json.Numbers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a plan would do. */
public final class PlanReport {
    private static final int TEXTS = 2;

    private final Selection selection;
    private final Path folder;
    private final List<PlanRow> rows;

    /**
     * @param folder the runs folder, which need not exist
     */
    public PlanReport(Selection selection, Path folder) {
        this.selection = selection;
        this.folder = folder;
        var there =
                Files.isDirectory(folder)
                        ? Optional.of(RunsFolder.read(folder))
                        : Optional.<RunsFolder>empty();
        var estimate = Estimate.of(there.map(RunsFolder::runs).orElse(List.<RunFolder>of()));
        rows =
                selection.plan().runs().stream()
                        .map(run -> PlanRow.of(run, there, estimate))
                        .toList();
    }

    /** A row per run, what is merged or left out, and the cost. */
    public String text() {
        var lines = rows.stream().map(PlanReport::line).toList();
        var text = new StringBuilder("Experiment ");
        text.append(selection.experiment().getName()).append("\n\n");
        text.append(new Table(List.of("run", "state", "steps", "time"), lines, TEXTS).text());
        text.append('\n');
        selection.plan().notes().forEach(note -> text.append(note).append('\n'));
        return text.append(cost()).append('\n').toString();
    }

    private static List<String> line(PlanRow row) {
        return List.of(
                row.run().name(),
                row.state(),
                row.steps() > 0 ? Long.toString(row.steps()) : "?",
                row.seconds().isPresent() ? Spans.text(row.seconds().getAsDouble()) : "?");
    }

    private String cost() {
        long finished = rows.stream().filter(PlanRow::finished).count();
        long steps = rows.stream().mapToLong(PlanRow::stepsLeft).sum();
        return "%d runs, %d finished in %s; %d steps to go; %s"
                .formatted(rows.size(), finished, folder, steps, time());
    }

    private String time() {
        return known()
                ? "about %s, one run at a time".formatted(Spans.text(seconds()))
                : "time unknown, as no run of the same shape has finished there";
    }

    private boolean known() {
        return rows.stream().allMatch(row -> row.secondsLeft().isPresent());
    }

    private double seconds() {
        return rows.stream().mapToDouble(row -> row.secondsLeft().orElse(Double.NaN)).sum();
    }

    /** The same, for other programs. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("experiment", selection.experiment().getName());
        var runs = new JsonArray();
        rows.forEach(row -> runs.add(row.toJson()));
        json.add("runs", runs);
        json.add("notes", texts(selection.plan().notes()));
        json.add("warnings", texts(selection.warnings()));
        json.addProperty("steps_left", rows.stream().mapToLong(PlanRow::stepsLeft).sum());
        json.add("seconds_left", Numbers.json(seconds()));
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
