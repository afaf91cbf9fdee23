// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.compare.Comparison;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.ForeignEvents;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

class AdoptionTest {
    @TempDir Path folder;

    private Path runs() {
        return folder.resolve("runs");
    }

    private Path source(String name, long last) throws IOException {
        var source = folder.resolve(name);
        ForeignEvents.in(source, 1_700_000_000 - 100).steps("eval/psnr", 0, last, 1).close();
        Files.createDirectories(source.resolve("imgs"));
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(image, "png", source.resolve("imgs/00000005.png").toFile());
        return source;
    }

    private ForeignRun foreign(Path source, long seed, Map<String, String> metrics) {
        var parameters = new JsonObject();
        parameters.addProperty("lr", 0.1);
        return new ForeignRun(
                source,
                "official",
                "adopted",
                seed,
                Optional.of(ImagePattern.parse("imgs/{step}.png")),
                metrics,
                parameters);
    }

    private ForeignRun foreign(Path source, long seed) {
        return foreign(source, seed, Map.of("psnr", "eval/psnr"));
    }

    @Test
    void aForeignRunBecomesOneLikeAnyOther() throws IOException {
        var adopted = Adoption.adopt(foreign(source("a", 9), 3), runs());
        var run = RunsFolder.read(runs()).runs().getFirst();
        assertEquals(adopted.run().path(), run.path());
        assertEquals(RunState.FINISHED, run.status().state());
        assertEquals(9, run.status().step());
        assertEquals("official/seed=3", run.description().name());
        assertEquals(10, Curves.read(run).get("eval/psnr").size());
        assertEquals(1_700_000_004, Curves.read(run).get("eval/psnr").get(4).wallTime());
        assertEquals(4, run.renders().read(5).size());
        var results = run.results().orElseThrow();
        assertEquals(1009, results.metrics().get("psnr"));
        assertEquals(109, results.metrics().get("seconds"));
        assertEquals("external", results.profile());
        assertFalse(Files.exists(runs().resolve(".adopting-" + ProcessHandle.current().pid())));
    }

    @Test
    void oneFolderOfEventsNeedsNoNameSeveralDo() throws IOException {
        var one = folder.resolve("one");
        ForeignEvents.in(one.resolve("monitoring"), 1_700_000_000).steps("psnr", 1, 2, 1).close();
        var first = Adoption.adopt(foreign(one, 1, Map.of()), runs());
        assertEquals(Set.of("psnr"), Curves.read(first.run()).keySet());
        var two = folder.resolve("two");
        ForeignEvents.in(two.resolve("logs/train"), 1_700_000_000).steps("loss", 1, 2, 1).close();
        ForeignEvents.in(two.resolve("logs/val"), 1_700_000_000).steps("loss", 1, 3, 1).close();
        var second = Adoption.adopt(foreign(two, 1, Map.of()), runs());
        assertEquals(Set.of("train/loss", "val/loss"), Curves.read(second.run()).keySet());
        assertEquals(1, second.warnings().size(), "no image fits");
    }

    @Test
    void runsThatDifferInTheirSeedAreRepetitions() throws IOException {
        Adoption.adopt(foreign(source("a", 9), 1), runs());
        Adoption.adopt(foreign(source("b", 11), 2), runs());
        var groups = Comparison.of(RunsFolder.read(runs()).runs(), "").groups();
        assertEquals(2, groups.getFirst().summary().n());
        assertEquals(1010, groups.getFirst().summary().mean());
    }

    @Test
    void theSameRunIsAdoptedOnce() throws IOException {
        Adoption.adopt(foreign(source("a", 9), 1), runs());
        var copy = source("elsewhere", 9);
        var message = refusal(foreign(copy, 2));
        assertTrue(message.contains("before") && message.contains("official-s1"), message);
        assertEquals(1, RunsFolder.read(runs()).runs().size());
    }

    @Test
    void nothingIsLeftOfWhatCannotBeAdopted() throws IOException {
        var message = refusal(foreign(source("a", 9), 1, Map.of("psnr", "eval/pnsr")));
        assertTrue(message.contains("eval/psnr"), message);
        assertEquals(0, RunsFolder.read(runs()).runs().size());
        try (var left = Files.list(runs())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertTrue(refusal(foreign(folder.resolve("none"), 1)).contains("no folder"));
        var empty = Files.createDirectories(folder.resolve("empty"));
        assertTrue(refusal(foreign(empty, 1)).contains("no TensorBoard event files"));
        var damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("events.out.tfevents.1700000000.host"), "no records");
        assertTrue(refusal(foreign(damaged, 1)).contains("damaged from the start"));
        var silent = folder.resolve("silent");
        ForeignEvents.in(silent, 1_700_000_000).close();
        assertTrue(refusal(foreign(silent, 1)).contains("no scalar curve"));
    }

    @Test
    void whatLiesBeforeTheDamageIsKeptAndTheDamageNamed() throws IOException {
        var source = source("a", 9);
        var events = ForeignEvents.in(source, 1_700_000_100).steps("loss", 1, 5, 1);
        events.close();
        var bytes = Files.readAllBytes(events.file());
        bytes[bytes.length - 3] ^= 1;
        Files.write(events.file(), bytes);
        var adopted = Adoption.adopt(foreign(source, 1), runs());
        assertEquals(1, adopted.warnings().size());
        assertEquals(4, Curves.read(adopted.run()).get("loss").size());
    }

    private String refusal(ForeignRun run) {
        return assertThrows(InputException.class, () -> Adoption.adopt(run, runs())).getMessage();
    }
}
