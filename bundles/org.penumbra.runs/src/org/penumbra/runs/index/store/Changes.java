// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import java.util.Collection;
import java.util.Optional;

/** What is changed in the database. */
final class Changes {
    private Changes() {}

    static void write(Sql sql, RunChange change) {
        var stored =
                sql.first(
                        "select facts_stamp, logs_stamp, readable from run where folder = ?",
                        Queries::known,
                        change.folder());
        // Another process may have been faster; what it wrote is looked at next time.
        if (stored.equals(change.before())) {
            write(sql, id(sql, change), change);
        }
    }

    private static long id(Sql sql, RunChange change) {
        if (change.before().isEmpty()) {
            sql.update("insert into run(folder) values (?)", change.folder());
        }
        return Queries.id(sql, change.folder()).orElseThrow();
    }

    private static void write(Sql sql, long id, RunChange change) {
        sql.update(
                "update run set facts_stamp = ?, logs_stamp = ? where id = ?",
                change.after().facts(),
                change.after().logs(),
                id);
        change.facts().ifPresent(facts -> RunRows.write(sql, id, facts.run(), facts.parameters()));
        change.curves().ifPresent(curves -> CurveRows.write(sql, id, curves));
        change.problem().ifPresent(problem -> unreadable(sql, id, problem));
    }

    private static void unreadable(Sql sql, long id, String problem) {
        empty(sql, id);
        sql.update(
                "update run set readable = 0, problem = ?, sessions = null where id = ?",
                problem,
                id);
    }

    private static void empty(Sql sql, long id) {
        Schema.OF_A_RUN.forEach(table -> sql.update("delete from " + table + " where run = ?", id));
        sql.update("delete from words where rowid = ?", id);
    }

    static void remove(Sql sql, Collection<String> folders) {
        for (var folder : folders) {
            Optional<Long> id = Queries.id(sql, folder);
            id.ifPresent(run -> empty(sql, run));
            id.ifPresent(run -> sql.update("delete from run where id = ?", run));
        }
    }
}
