// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.runs.index.ingest.RunCurves;
import org.penumbra.runs.index.ingest.RunFiles;
import org.penumbra.runs.index.store.RunChange;
import org.penumbra.runs.index.store.RunChange.Known;
import org.penumbra.runs.index.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Brings the index up to date once: looks at all folders, reads what changed, on all cores. */
final class Refreshing {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int TOGETHER = 32;

    private final Path folder;
    private final Store store;
    private final Map<String, Known> known;
    private final Refresher refresher;
    private final Refresh.Listener listener;
    private long scalars;

    Refreshing(Path folder, Store store, Refresh.Listener listener) {
        this.folder = folder;
        this.store = store;
        this.listener = listener;
        known = store.known();
        refresher = new Refresher(store);
    }

    /** Looks only at folders whose names are wanted. */
    Refresh run(Predicate<String> wanted) {
        long start = System.nanoTime();
        try (var pool =
                Executors.newFixedThreadPool(CORES, Thread.ofPlatform().daemon().factory())) {
            var looks = looks(pool, wanted);
            var runs = new HashSet<String>();
            looks.stream().filter(Look::isRun).forEach(look -> runs.add(look.name()));
            int removed = remove(runs, wanted);
            var changed = looks.stream().filter(this::isNew).toList();
            read(pool, changed);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Refresh(runs.size(), changed.size(), removed, scalars, seconds);
        }
    }

    private List<Look> looks(ExecutorService pool, Predicate<String> wanted) {
        var tasks = new ArrayList<Callable<Look>>();
        for (var candidate : candidates()) {
            if (wanted.test(candidate.getFileName().toString())) {
                tasks.add(() -> Look.at(candidate));
            }
        }
        try {
            var looks = new ArrayList<Look>();
            for (var future : pool.invokeAll(tasks)) {
                looks.add(future.get());
            }
            return looks;
        } catch (InterruptedException | ExecutionException e) {
            throw stopped(pool, e);
        }
    }

    /** Names that begin with a dot are those of trash and temporary folders. */
    private List<Path> candidates() {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int remove(Set<String> runs, Predicate<String> wanted) {
        var gone =
                known.keySet().stream()
                        .filter(wanted)
                        .filter(name -> !runs.contains(name))
                        .toList();
        if (!gone.isEmpty()) {
            store.remove(gone);
        }
        return gone.size();
    }

    private boolean isNew(Look look) {
        return look.isRun()
                && (!known.containsKey(look.name()) || !known.get(look.name()).isOf(look.stamps()));
    }

    /** Slices bound the memory, and while one is written the next one is read. */
    private void read(ExecutorService pool, List<Look> changed) {
        var reading = new Slices<>(changed, TOGETHER * CORES, pool, this::change);
        int done = 0;
        try {
            for (var batch = reading.next(TOGETHER); !batch.isEmpty(); ) {
                store.write(batch);
                batch.forEach(this::count);
                done += batch.size();
                listener.progress(done, changed.size());
                batch = reading.next(TOGETHER);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw stopped(pool, e);
        }
    }

    private RunChange change(Look look) {
        var before = Optional.ofNullable(known.get(look.name()));
        return look.files()
                .map(files -> refresher.read(files, before))
                .orElseGet(
                        () ->
                                Refresher.unreadable(
                                        look.name(),
                                        before,
                                        look.stamps(),
                                        look.problem().orElseThrow()));
    }

    private void count(RunChange change) {
        scalars += change.curves().map(RunCurves::read).orElse(0L);
    }

    private static RuntimeException stopped(ExecutorService pool, Exception e) {
        pool.shutdownNow();
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new CancellationException("the refresh was interrupted");
        }
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(e.getCause());
    }

    /**
     * What a look at a folder showed.
     *
     * @param name the folder's name
     * @param files its files; nothing when it is no run or cannot be looked at
     * @param problem why it cannot be looked at
     */
    private record Look(String name, Optional<RunFiles> files, Optional<String> problem) {
        static Look at(Path folder) {
            var name = folder.getFileName().toString();
            try {
                return new Look(name, RunFiles.of(folder), Optional.empty());
            } catch (IOException e) {
                return new Look(name, Optional.empty(), Optional.of(sentence(folder, e)));
            }
        }

        private static String sentence(Path folder, IOException e) {
            return "%s cannot be looked at (%s): correct its permissions or move it away"
                    .formatted(folder, e);
        }

        boolean isRun() {
            return files.isPresent() || problem.isPresent();
        }

        Known stamps() {
            return files.map(Known::of).orElseGet(() -> new Known(problem.orElse(""), "", false));
        }
    }
}
