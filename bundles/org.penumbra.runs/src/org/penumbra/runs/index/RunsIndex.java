// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.io.InputException;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunQuery;
import org.penumbra.runs.index.store.IndexDamaged;
import org.penumbra.runs.index.store.Store;
import org.penumbra.runs.index.store.Turn;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The index of a runs folder. {@link #refresh} looks at all run folders and reads what changed; the
 * queries answer from what was read then and touch no run, except for exact ranges of curves.
 *
 * <p>Several threads, and several processes each with their own, may use it at once. A damaged
 * database, or one of another release, is made again by itself; {@link #notice} tells so.
 */
public final class RunsIndex implements Closeable {
    private static final Refresh.Listener SILENT = (done, all) -> {};

    private final Path folder;
    private final Path file;
    private final Store store;
    private final CurveReading reading;

    private RunsIndex(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
        store = Store.open(file);
        reading = new CurveReading(folder, store);
    }

    /**
     * Opens the index in the user's cache. Nothing is read yet.
     *
     * @throws InputException when there is no such folder
     */
    public static RunsIndex open(Path runs) {
        return open(runs, IndexPlace.cache());
    }

    /**
     * Opens the index in some cache. Nothing is read yet.
     *
     * @param cache a folder, which need not exist
     * @throws InputException when there is no such runs folder
     */
    public static RunsIndex open(Path runs, Path cache) {
        if (!Files.isDirectory(runs)) {
            throw new InputException(
                    "There is no runs folder "
                            + runs
                            + ": name the one that `penumbra run` filled");
        }
        try {
            return new RunsIndex(runs, IndexPlace.file(cache, runs.toRealPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the index is kept; the file may be deleted while nobody has it open. */
    public Path file() {
        return file;
    }

    /** One sentence when the index had to be made again or cannot be kept. */
    public Optional<String> notice() {
        return store.notice();
    }

    /** Brings the index up to date. */
    public Refresh refresh() {
        return refresh(name -> true, SILENT);
    }

    /** Brings the index up to date for some runs. */
    public Refresh refresh(List<String> folders) {
        return refresh(folders::contains, SILENT);
    }

    /** Forgets everything and reads all runs again. */
    public Refresh rebuild(Refresh.Listener listener) {
        return inTurn(
                () -> {
                    store.remove(store.known().keySet());
                    return new Refreshing(folder, store, listener).run(name -> true);
                });
    }

    private Refresh refresh(Predicate<String> wanted, Refresh.Listener listener) {
        return inTurn(() -> new Refreshing(folder, store, listener).run(wanted));
    }

    private Refresh inTurn(Supplier<Refresh> refreshing) {
        if (!Files.isDirectory(file.getParent())) {
            return guarded(refreshing);
        }
        try (var turn = Turn.take(file)) {
            return guarded(refreshing);
        } catch (IOException e) {
            return guarded(refreshing);
        }
    }

    /** The runs that a query wants. */
    public List<IndexedRun> runs(RunQuery query) {
        return asked(() -> found(query));
    }

    private List<IndexedRun> found(RunQuery query) {
        var runs = store.runs(query.curves()).stream().filter(query.filter());
        if (!query.search().isBlank()) {
            var fitting = store.search(query.search());
            runs = runs.filter(run -> fitting.contains(run.folder()));
        }
        return runs.sorted(query.order()).toList();
    }

    /** All settings of a run by path, such as {@code settings/losses/perceptual/weight}. */
    public Map<String, String> parameters(String run) {
        return asked(() -> store.parameters(run));
    }

    /** One sentence for every run of which something cannot be read. */
    public List<String> problems() {
        return asked(store::problems);
    }

    /** One sentence for every damaged event file of a run; what lies before the damage was read. */
    public List<String> damage(String run) {
        return asked(() -> store.damage(run));
    }

    /** Curves in a few numbers each, by folder name and tag. */
    public List<CurveSummary> summaries(CurveQuery query) {
        return asked(() -> store.summaries(query));
    }

    /**
     * Curves for display: the extremes of ranges of steps, by rising step, with the first and the
     * last point.
     *
     * @param points how many points a curve may have, at least 10; there are never more than about
     *     a thousand
     */
    public List<Curve> decimated(CurveQuery query, int points) {
        return asked(() -> reading.decimated(query, points));
    }

    /**
     * Curves for display within a range of steps, made from the exact points of that range.
     *
     * @param from the first step
     * @param to the last step
     * @param points how many points a curve may have, at least 10
     * @throws InputException when an event file has changed since the last refresh
     */
    public List<Curve> decimated(CurveQuery query, long from, long to, int points) {
        return asked(() -> reading.decimated(query, from, to, points));
    }

    /**
     * Exact points of curves, read from the event files. The curves come one after another, so that
     * a huge run takes little memory.
     *
     * @param from the first step
     * @param to the last step
     * @throws InputException when an event file has changed since the last refresh
     */
    public void exact(CurveQuery query, long from, long to, Consumer<Curve> consumer) {
        var plan = asked(() -> reading.plan(query, from, to));
        plan.forEach(part -> part.read(consumer));
    }

    private <T> T asked(Supplier<T> question) {
        return guarded(question);
    }

    /** After damage everything is read again, once. */
    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (IndexDamaged e) {
            store.again(e);
            new Refreshing(folder, store, SILENT).run(name -> true);
            return work.get();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
