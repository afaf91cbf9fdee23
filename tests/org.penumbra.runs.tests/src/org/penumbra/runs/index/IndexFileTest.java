// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.RunQuery;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What happens to the index's own file. */
class IndexFileTest {
    private static final int RUNS = 12;

    @TempDir Path folder;
    private Path runs;
    private Path cache;

    @BeforeEach
    void fill() {
        runs = folder.resolve("runs");
        cache = folder.resolve("cache");
        for (int seed = 0; seed < RUNS; seed++) {
            var path = runs.resolve("run" + seed);
            var run = RunFolder.create(path, Specimens.description("MedNeRF", seed));
            try (var log = run.newAttempt().openEvents(1)) {
                for (int step = 1; step <= 300; step++) {
                    log.scalars(step, Map.of("loss", step * 0.5, "psnr", 1.0 * seed));
                }
            }
        }
    }

    private void complete(RunsIndex index) {
        assertEquals(RUNS, index.runs(RunQuery.ALL).size());
        assertEquals(2 * RUNS, index.summaries(CurveQuery.ALL).size());
        assertEquals(2 * RUNS, index.decimated(CurveQuery.ALL, 100).size());
    }

    private Path built() {
        try (var index = RunsIndex.open(runs, cache)) {
            assertEquals(RUNS, index.refresh().changed());
            complete(index);
            return index.file();
        }
    }

    @Test
    void itIsFoundAgain() {
        built();
        try (var index = RunsIndex.open(runs, cache)) {
            assertEquals(0, index.refresh().changed());
            assertTrue(index.notice().isEmpty());
            complete(index);
        }
    }

    @Test
    void nothingIsWrittenToTheRuns() throws IOException {
        var before = contents(runs);
        built();
        assertEquals(before, contents(runs));
    }

    private static List<String> contents(Path folder) throws IOException {
        var all = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                all.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return all;
    }

    @Test
    void itMayBeDeleted() throws IOException {
        Files.delete(built());
        try (var index = RunsIndex.open(runs, cache)) {
            assertEquals(RUNS, index.refresh().changed());
            complete(index);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsReplaced() throws IOException {
        Files.writeString(built(), "Not a database. ".repeat(100));
        madeAgain("cannot be read");
    }

    @Test
    void anIndexOfAnotherReleaseIsReplaced() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + built());
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 4711");
        }
        madeAgain("another release");
    }

    private void madeAgain(String reason) {
        try (var index = RunsIndex.open(runs, cache)) {
            assertTrue(index.notice().orElseThrow().contains(reason), index.notice()::toString);
            assertEquals(RUNS, index.refresh().changed());
            complete(index);
        }
    }

    @Test
    void missingTablesAreMadeAgain() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + built());
                var statement = connection.createStatement()) {
            statement.execute("drop table shape");
        }
        try (var index = RunsIndex.open(runs, cache)) {
            index.refresh();
            complete(index);
            assertTrue(index.notice().orElseThrow().contains("damaged"), index.notice()::toString);
        }
    }

    @Test
    void damageAnywhereIsNoticedOrHarmless() throws IOException {
        var file = built();
        var good = Files.readAllBytes(file);
        var random = new Random(1);
        for (int round = 0; round < 20; round++) {
            var bytes = good.clone();
            for (int i = 0; i < 400; i++) {
                bytes[100 + random.nextInt(bytes.length - 100)] ^= (byte) (1 << random.nextInt(8));
            }
            replace(file, bytes);
            try (var index = RunsIndex.open(runs, cache)) {
                index.refresh();
                assertFalse(index.runs(RunQuery.ALL).size() > RUNS);
                index.decimated(CurveQuery.ALL, 100);
            }
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        Files.write(file, bytes);
    }

    @Test
    void aFileThatIsCutShortIsMadeAgain() throws IOException {
        try (var channel = FileChannel.open(built(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        try (var index = RunsIndex.open(runs, cache)) {
            index.refresh();
            complete(index);
        }
    }

    @Test
    void withoutAPlaceItIsKeptInMemory() throws IOException {
        Files.writeString(cache, "a file where the cache should be");
        try (var index = RunsIndex.open(runs, cache)) {
            assertTrue(index.notice().orElseThrow().contains("PENUMBRA_CACHE"));
            index.refresh();
            complete(index);
        }
    }

    @Test
    void theEnvironmentSaysWhereItIs() {
        var home = Path.of(System.getProperty("user.home"));
        assertEquals(home.resolve(".cache/penumbra"), IndexPlace.cache(Map.of()));
        var shared = Map.of("XDG_CACHE_HOME", "/caches");
        assertEquals(Path.of("/caches/penumbra"), IndexPlace.cache(shared));
        assertEquals(Path.of("/own"), IndexPlace.cache(Map.of("PENUMBRA_CACHE", "/own")));
    }

    @Test
    void severalThreadsUseItAtOnce() throws Exception {
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 4; i++) {
            tasks.add(
                    () -> {
                        try (var index = RunsIndex.open(runs, cache)) {
                            index.refresh();
                            complete(index);
                        }
                        return null;
                    });
        }
        try (var pool = Executors.newCachedThreadPool()) {
            for (var task : pool.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    @Test
    void severalProcessesUseItAtOnce() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(OtherProcess.start(runs, cache));
        }
        for (var process : processes) {
            var said = new String(process.getInputStream().readAllBytes());
            assertEquals(0, process.waitFor(), said);
            assertTrue(said.endsWith(RUNS + " runs, " + 2 * RUNS + " curves\n"), said);
        }
        try (var index = RunsIndex.open(runs, cache)) {
            assertEquals(0, index.refresh().changed());
            complete(index);
        }
    }
}
