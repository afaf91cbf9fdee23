// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import java.util.List;

/** The tables. Whoever changes them or a blob's layout raises the version. */
final class Schema {
    static final int VERSION = 1;

    /** The tables whose rows belong to a run. */
    static final List<String> OF_A_RUN = List.of("parameter", "log", "curve", "shape");

    private static final List<String> TABLES =
            List.of(
                    """
                    create table run(id integer primary key, folder text not null unique,
                        facts_stamp text, logs_stamp text, readable integer, problem text,
                        run_id text, name text, experiment text, variant text, levels text,
                        seed integer, state text, phase text, step integer, steps integer,
                        seconds_left real, message text, pid integer, host text, heartbeat text,
                        created text, metrics text, tags text, note text, sessions blob)
                    """,
                    """
                    create table parameter(run integer, path text, value text,
                        primary key (run, path)) without rowid
                    """,
                    """
                    create table log(run integer, position integer, name text, size integer,
                        stamp text, state blob, damage text,
                        primary key (run, position)) without rowid
                    """,
                    """
                    create table curve(run integer, tag text, count integer, first_step integer,
                        last_step integer, last real, last_finite real, min real, min_step integer,
                        max real, max_step integer, tail_mean real, first_wall_time real,
                        last_wall_time real, primary key (run, tag)) without rowid
                    """,
                    "create index curve_tag on curve(tag, run, last)",
                    // Apart from the numbers, so that a table of these reads no blobs.
                    "create table shape(run integer, tag text, tally blob, primary key (run, tag))",
                    """
                    create virtual table words using fts5(name, note, tags, experiment, variant,
                        parameters, content='', contentless_delete=1)
                    """);

    private Schema() {}

    /** Whether the tables are those of this release. */
    static boolean isPresent(Sql sql) {
        return version(sql) == VERSION;
    }

    /** Whether there is nothing at all. */
    static boolean isEmpty(Sql sql) {
        return version(sql) == 0
                && sql.query("select name from sqlite_master", row -> row.text("name")).isEmpty();
    }

    private static long version(Sql sql) {
        return sql.first("pragma user_version", row -> row.whole("user_version")).orElse(0L);
    }

    static void create(Sql sql) {
        TABLES.forEach(sql::run);
        sql.run("pragma user_version = " + VERSION);
    }
}
