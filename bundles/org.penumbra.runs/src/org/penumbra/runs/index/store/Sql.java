// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection and its prepared statements. Not for several threads at once. */
final class Sql implements Closeable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of the present row. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    /** Runs a command that is no query, such as one that makes a table. */
    void run(String command) {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    /** All rows of a query. */
    <T> List<T> query(String query, Reading<T> reading, Object... arguments) {
        var all = new ArrayList<T>();
        try (var rows = bound(query, arguments).executeQuery()) {
            var row = new Row(rows);
            while (rows.next()) {
                all.add(reading.of(row));
            }
            return all;
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    /** The first row of a query. */
    <T> Optional<T> first(String query, Reading<T> reading, Object... arguments) {
        return query(query, reading, arguments).stream().findFirst();
    }

    /** Changes rows. */
    void update(String command, Object... arguments) {
        try {
            bound(command, arguments).executeUpdate();
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    private PreparedStatement bound(String text, Object... arguments) throws SQLException {
        var statement = statements.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            statements.put(text, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Does several changes or none; other processes wait for their turn. */
    void together(Runnable changes) {
        run("begin immediate");
        boolean done = false;
        try {
            changes.run();
            run("commit");
            done = true;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            // What went wrong first is on its way to the caller.
        }
    }

    /** Closes as far as that goes, for a database that is damaged. */
    void abandon() {
        try {
            close();
        } catch (RuntimeException e) {
            // It is thrown away.
        }
    }

    @Override
    public void close() {
        try {
            for (var statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }
}
