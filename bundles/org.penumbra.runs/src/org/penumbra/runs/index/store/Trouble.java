// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.SQLException;

/** What the database's errors mean for the index. */
final class Trouble {
    private Trouble() {}

    static RuntimeException of(SQLException e) {
        return switch (code(e)) {
            case SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_BUSY, SQLITE_IOERR ->
                    unusable(e);
            default -> new IndexDamaged(e.getMessage(), e);
        };
    }

    private static IndexUnusable unusable(SQLException e) {
        return new IndexUnusable(
                "The index of the runs cannot be used (%s): make room in the cache folder, or set PENUMBRA_CACHE to another folder"
                        .formatted(e.getMessage()),
                e);
    }

    /** Extended codes have the plain one in their lowest byte. */
    private static SQLiteErrorCode code(SQLException e) {
        return e instanceof SQLiteException known
                ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xFF)
                : SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
    }
}
