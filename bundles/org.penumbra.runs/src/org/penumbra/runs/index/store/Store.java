// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.io.InputException;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.ingest.RunCurves;
import org.penumbra.runs.index.logs.Logs;
import org.penumbra.runs.index.store.RunChange.Known;

import java.io.Closeable;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The index as it is kept. Several threads and processes may use it at once. Every call can throw
 * {@link IndexDamaged}, or {@link InputException} when the place of the database fails.
 */
public final class Store implements Closeable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private Database.Opened database;

    private Store(Path file) {
        this.file = file;
        database = Database.open(file);
    }

    /** Opens the database, or makes an empty one. */
    public static Store open(Path file) {
        return new Store(file);
    }

    /** One sentence when the database had to be made again or cannot be kept. */
    public Optional<String> notice() {
        return database.notice();
    }

    /** Replaces the database by an empty one. */
    public void again(IndexDamaged damage) {
        lock.lock();
        try {
            database.sql().abandon();
            database = Database.again(file, damage);
        } finally {
            lock.unlock();
        }
    }

    /** What was read for every run, by folder name. */
    public Map<String, Known> known() {
        return with(Queries::known);
    }

    /** All about a run's curves, to go on with; nothing when the run is not known. */
    public Optional<RunCurves> curves(String folder) {
        return with(sql -> Queries.id(sql, folder).map(id -> CurveRows.curves(sql, id)));
    }

    /** What was found in a run's event files; nothing when the run is not known. */
    public Optional<Logs> logs(String folder) {
        return with(sql -> Queries.id(sql, folder).map(id -> CurveRows.logs(sql, id)));
    }

    /** Writes what is new about some runs, all or nothing. */
    public void write(List<RunChange> changes) {
        change(sql -> changes.forEach(change -> Changes.write(sql, change)));
    }

    /** Forgets runs. */
    public void remove(Collection<String> folders) {
        change(sql -> Changes.remove(sql, folders));
    }

    /** All readable runs with the last values of some curves. */
    public List<IndexedRun> runs(List<String> tags) {
        return with(sql -> Queries.runs(sql, tags));
    }

    /** The folder names of the runs in which words are found. */
    public Set<String> search(String text) {
        return with(sql -> Queries.search(sql, text));
    }

    /** Curves in few numbers. */
    public List<CurveSummary> summaries(CurveQuery query) {
        return with(sql -> Queries.summaries(sql, query));
    }

    /** Curves in their decimated form. */
    public List<StoredCurve> shapes(CurveQuery query) {
        return with(sql -> Queries.shapes(sql, query));
    }

    /** The settings of a run by path. */
    public Map<String, String> parameters(String folder) {
        return with(sql -> Queries.parameters(sql, folder));
    }

    /** One sentence for every run of which something cannot be read. */
    public List<String> problems() {
        return with(Queries::problems);
    }

    /** One sentence for every damaged event file of a run. */
    public List<String> damage(String folder) {
        return with(sql -> Queries.damage(sql, folder));
    }

    private void change(Consumer<Sql> work) {
        with(
                sql -> {
                    sql.together(() -> work.accept(sql));
                    return null;
                });
    }

    private <T> T with(Function<Sql, T> work) {
        lock.lock();
        try {
            return work.apply(database.sql());
        } catch (IndexUnusable e) {
            throw e;
        } catch (InputException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | BufferUnderflowException
                | DateTimeException e) {
            throw new IndexDamaged("it holds something that is no value", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            database.sql().close();
        } finally {
            lock.unlock();
        }
    }
}
