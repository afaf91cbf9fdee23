// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.io.InputException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Opens and makes the database's file. */
final class Database {
    private static final int PATIENCE = (int) Duration.ofMinutes(1).toMillis();

    private Database() {}

    /** An open database and what had to be done for it. */
    record Opened(Sql sql, Optional<String> notice) {}

    /**
     * Opens the file, or makes it. What is damaged or of another release is made again, empty;
     * where no file can be made the database is in memory.
     */
    static Opened open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return onDisk(file);
        } catch (IOException | InputException e) {
            return inMemory(file, e);
        }
    }

    private static Opened onDisk(Path file) throws IOException {
        try (var turn = Turn.take(file)) {
            try {
                return existing(file);
            } catch (IndexDamaged e) {
                return again(file, "cannot be read (" + e.getMessage() + ")");
            }
        }
    }

    private static Opened existing(Path file) throws IOException {
        var sql = connect("jdbc:sqlite:" + file);
        boolean kept = false;
        try {
            if (Schema.isEmpty(sql)) {
                sql.together(() -> Schema.create(sql));
            }
            kept = Schema.isPresent(sql);
        } finally {
            if (!kept) {
                sql.abandon();
            }
        }
        return kept ? new Opened(sql, Optional.empty()) : again(file, "is of another release");
    }

    /** Other processes that have the old file open go on with it and harm nobody. */
    private static Opened again(Path file, String reason) throws IOException {
        for (var suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        var sql = connect("jdbc:sqlite:" + file);
        sql.together(() -> Schema.create(sql));
        return new Opened(
                sql, Optional.of("The index of the runs %s and is made again.".formatted(reason)));
    }

    /** Makes the file again after it was found damaged. */
    static Opened again(Path file, IndexDamaged damage) {
        try (var turn = Turn.take(file)) {
            return again(file, "is damaged (" + damage.getMessage() + ")");
        } catch (IOException | InputException e) {
            return inMemory(file, e);
        }
    }

    private static Opened inMemory(Path file, Exception reason) {
        var sql = connect("jdbc:sqlite::memory:");
        Schema.create(sql);
        var notice =
                "The index of the runs cannot be kept in %s (%s), so it is made anew for every command; set PENUMBRA_CACHE to a folder that can be written."
                        .formatted(file.getParent(), reason.getMessage());
        return new Opened(sql, Optional.of(notice));
    }

    private static Sql connect(String url) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A commit may be lost with the power, never the database: what is lost is read again.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(PATIENCE);
        try {
            return new Sql(config.createConnection(url));
        } catch (SQLException e) {
            throw e instanceof SQLiteException ? Trouble.of(e) : noLibrary(e);
        }
    }

    private static IndexUnusable noLibrary(SQLException e) {
        return new IndexUnusable(
                "SQLite cannot be started (%s): programs must be allowed in the folder for temporary files, or in another one named by JAVA_TOOL_OPTIONS=-Dorg.sqlite.tmpdir=DIR"
                        .formatted(e.getMessage()),
                e);
    }
}
