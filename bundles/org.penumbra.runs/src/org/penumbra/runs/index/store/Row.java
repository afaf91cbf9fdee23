// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The present row of a query. SQLite keeps NaN as NULL. */
record Row(ResultSet rows) {

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    long whole(String column) throws SQLException {
        return rows.getLong(column);
    }

    double number(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }
}
