// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.ingest.CurveTally;
import org.penumbra.runs.index.ingest.RunCurves;
import org.penumbra.runs.index.logs.LogState;
import org.penumbra.runs.index.logs.Logs;
import org.penumbra.runs.index.logs.Stamp;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/** The rows about curves and logs. */
final class CurveRows {
    private static final String INSERT =
            "insert into curve values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private CurveRows() {}

    static void write(Sql sql, long id, RunCurves curves) {
        List.of("curve", "shape", "log")
                .forEach(table -> sql.update("delete from " + table + " where run = ?", id));
        curves.tallies().forEach((tag, tally) -> write(sql, id, tag, tally));
        var files = curves.logs().files();
        for (int i = 0; i < files.size(); i++) {
            write(sql, id, i, files.get(i));
        }
        sql.update(
                "update run set sessions = ? where id = ?",
                LogState.toBytes(curves.logs().sessions()),
                id);
    }

    private static void write(Sql sql, long id, String tag, CurveTally tally) {
        var curve = tally.summary("", tag);
        sql.update(
                INSERT,
                id,
                tag,
                curve.count(),
                curve.firstStep(),
                curve.lastStep(),
                curve.last(),
                curve.lastFinite(),
                curve.min(),
                curve.minStep(),
                curve.max(),
                curve.maxStep(),
                curve.tailMean(),
                curve.firstWallTime(),
                curve.lastWallTime());
        sql.update("insert into shape values (?, ?, ?)", id, tag, tally.toBytes());
    }

    private static void write(Sql sql, long id, int position, LogState log) {
        sql.update(
                "insert into log values (?, ?, ?, ?, ?, ?, ?)",
                id,
                position,
                log.name(),
                log.stamp().size(),
                log.stamp().rest(),
                log.toBytes(),
                log.damage().orElse(null));
    }

    static CurveSummary summary(Row row) throws SQLException {
        return new CurveSummary(
                row.text("folder"),
                row.text("tag"),
                row.whole("count"),
                row.whole("first_step"),
                row.whole("last_step"),
                row.number("last"),
                row.number("last_finite"),
                row.number("min"),
                row.whole("min_step"),
                row.number("max"),
                row.whole("max_step"),
                row.number("tail_mean"),
                row.number("first_wall_time"),
                row.number("last_wall_time"));
    }

    static Logs logs(Sql sql, long id) {
        var files =
                sql.query("select * from log where run = ? order by position", CurveRows::log, id);
        var sessions =
                sql.first(
                        "select sessions from run where id = ?", row -> row.bytes("sessions"), id);
        return new Logs(files, sessions.map(LogState::sessions).orElse(List.of()));
    }

    private static LogState log(Row row) throws SQLException {
        var stamp = new Stamp(row.whole("size"), row.text("stamp"));
        return LogState.of(row.text("name"), stamp, row.optional("damage"), row.bytes("state"));
    }

    static RunCurves curves(Sql sql, long id) {
        var tallies = new LinkedHashMap<String, CurveTally>();
        sql.query(
                "select tag, tally from shape where run = ? order by rowid",
                row -> tallies.put(row.text("tag"), CurveTally.of(row.bytes("tally"))),
                id);
        return new RunCurves(logs(sql, id), tallies, 0);
    }
}
