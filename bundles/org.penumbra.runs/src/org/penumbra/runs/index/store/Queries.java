// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.ingest.CurveTally;
import org.penumbra.runs.index.search.SearchText;
import org.penumbra.runs.index.store.RunChange.Known;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is asked of the database. */
final class Queries {
    private static final String OF_ALL =
            " join run on run.id = run where tag glob ? order by folder, tag";
    private static final String OF_ONE =
            " join run on run.id = run where tag glob ? and folder = ? order by tag";

    private Queries() {}

    static Optional<Long> id(Sql sql, String folder) {
        return sql.first("select id from run where folder = ?", row -> row.whole("id"), folder);
    }

    static Map<String, Known> known(Sql sql) {
        var known = new HashMap<String, Known>();
        sql.query(
                "select folder, facts_stamp, logs_stamp, readable from run",
                row -> known.put(row.text("folder"), known(row)));
        return known;
    }

    static Known known(Row row) throws SQLException {
        return new Known(
                row.text("facts_stamp"), row.text("logs_stamp"), row.whole("readable") == 1);
    }

    static List<IndexedRun> runs(Sql sql, List<String> tags) {
        var values = new HashMap<String, Map<String, Double>>();
        tags.forEach(tag -> values(sql, tag, values));
        return sql.query("select * from run where readable order by folder", RunRows::read).stream()
                .map(run -> run.with(values.getOrDefault(run.folder(), Map.of())))
                .toList();
    }

    private static void values(Sql sql, String tag, Map<String, Map<String, Double>> values) {
        sql.query(
                "select folder, last from curve join run on run.id = run where tag = ?",
                row ->
                        values.computeIfAbsent(row.text("folder"), name -> new LinkedHashMap<>())
                                .put(tag, row.number("last")),
                tag);
    }

    static Set<String> search(Sql sql, String text) {
        var expression = SearchText.expression(text);
        return expression.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        sql.query(
                                "select folder from words join run on run.id = words.rowid"
                                        + " where words match ?",
                                row -> row.text("folder"),
                                expression.get()));
    }

    static List<CurveSummary> summaries(Sql sql, CurveQuery query) {
        return curves(sql, "select curve.*, folder from curve", query, CurveRows::summary).stream()
                .distinct()
                .toList();
    }

    static List<StoredCurve> shapes(Sql sql, CurveQuery query) {
        var found = new LinkedHashMap<List<String>, StoredCurve>();
        var all =
                curves(
                        sql,
                        "select folder, tag, tally from shape",
                        query,
                        row ->
                                new StoredCurve(
                                        row.text("folder"),
                                        row.text("tag"),
                                        CurveTally.of(row.bytes("tally"))));
        all.forEach(curve -> found.putIfAbsent(List.of(curve.run(), curve.tag()), curve));
        return List.copyOf(found.values());
    }

    /** A curve that fits several patterns comes several times. */
    private static <T> List<T> curves(
            Sql sql, String select, CurveQuery query, Sql.Reading<T> reading) {
        var all = new ArrayList<T>();
        var patterns = query.tags().isEmpty() ? List.of("*") : query.tags();
        for (var pattern : patterns) {
            if (query.runs().isEmpty()) {
                all.addAll(sql.query(select + OF_ALL, reading, pattern));
            }
            for (var run : query.runs()) {
                all.addAll(sql.query(select + OF_ONE, reading, pattern, run));
            }
        }
        return all;
    }

    static Map<String, String> parameters(Sql sql, String folder) {
        var parameters = new LinkedHashMap<String, String>();
        sql.query(
                "select path, value from parameter join run on run.id = run where folder = ?"
                        + " order by path",
                row -> parameters.put(row.text("path"), row.text("value")),
                folder);
        return parameters;
    }

    static List<String> problems(Sql sql) {
        return sql.query(
                "select problem from run where problem is not null order by folder",
                row -> row.text("problem"));
    }

    static List<String> damage(Sql sql, String folder) {
        return sql.query(
                "select damage from log join run on run.id = run"
                        + " where folder = ? and damage is not null order by position",
                row -> row.text("damage"),
                folder);
    }
}
