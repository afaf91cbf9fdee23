// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunProgress;
import org.penumbra.runs.index.search.SearchText;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Numbers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows about runs and their words. */
final class RunRows {
    private static final String DESCRIBE =
            """
            update run set readable = 1, problem = ?, run_id = ?, name = ?, experiment = ?,
                variant = ?, levels = ?, seed = ?, created = ?, metrics = ?, tags = ?, note = ?
                where id = ?
            """;
    private static final String PROGRESS =
            """
            update run set state = ?, phase = ?, step = ?, steps = ?, seconds_left = ?,
                message = ?, pid = ?, host = ?, heartbeat = ? where id = ?
            """;

    private RunRows() {}

    static void write(Sql sql, long id, IndexedRun run, Map<String, String> parameters) {
        describe(sql, id, run);
        progress(sql, id, run.progress());
        parameters(sql, id, parameters);
        words(sql, id, run, parameters);
    }

    private static void describe(Sql sql, long id, IndexedRun run) {
        sql.update(
                DESCRIBE,
                run.problem().orElse(null),
                run.id(),
                run.name(),
                run.experiment(),
                run.variant(),
                texts(run.levels()).toString(),
                run.seed(),
                run.created(),
                Numbers.json(run.metrics()).toString(),
                list(run.tags()).toString(),
                run.note(),
                id);
    }

    private static void progress(Sql sql, long id, RunProgress progress) {
        sql.update(
                PROGRESS,
                progress.state().name(),
                progress.phase(),
                progress.step(),
                progress.steps(),
                progress.secondsLeft(),
                progress.message(),
                progress.pid(),
                progress.host(),
                progress.heartbeat().toString(),
                id);
    }

    private static void parameters(Sql sql, long id, Map<String, String> parameters) {
        sql.update("delete from parameter where run = ?", id);
        parameters.forEach(
                (path, value) ->
                        sql.update("insert into parameter values (?, ?, ?)", id, path, value));
    }

    private static void words(Sql sql, long id, IndexedRun run, Map<String, String> parameters) {
        sql.update("delete from words where rowid = ?", id);
        sql.update(
                "insert into words(rowid, name, note, tags, experiment, variant, parameters)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                run.name() + SearchText.BARRIER + run.folder(),
                run.note(),
                String.join(SearchText.BARRIER, run.tags()),
                run.experiment(),
                run.variant(),
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(SearchText.BARRIER)));
    }

    private static JsonObject texts(Map<String, String> texts) {
        var object = new JsonObject();
        texts.forEach(object::addProperty);
        return object;
    }

    private static JsonArray list(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static IndexedRun read(Row row) throws SQLException {
        return new IndexedRun(
                row.text("folder"),
                row.text("run_id"),
                row.text("name"),
                row.text("experiment"),
                row.text("variant"),
                fields(row, "levels").texts(),
                row.whole("seed"),
                progress(row),
                row.text("created"),
                fields(row, "metrics").numbers(),
                Map.of(),
                tags(row),
                row.text("note"),
                row.optional("problem"));
    }

    private static RunProgress progress(Row row) throws SQLException {
        return new RunProgress(
                RunState.valueOf(row.text("state")),
                row.text("phase"),
                row.whole("step"),
                row.whole("steps"),
                row.number("seconds_left"),
                row.text("message"),
                row.whole("pid"),
                row.text("host"),
                Instant.parse(row.text("heartbeat")));
    }

    private static Fields fields(Row row, String column) throws SQLException {
        return Fields.of(Json.parse(row.text(column)), "the index");
    }

    private static List<String> tags(Row row) throws SQLException {
        return Json.parse(row.text("tags")).getAsJsonArray().asList().stream()
                .map(tag -> tag.getAsString())
                .toList();
    }
}
