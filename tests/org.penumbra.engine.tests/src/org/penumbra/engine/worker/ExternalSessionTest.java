// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.io.json.Json;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.folder.RunState;
import org.penumbra.testing.Conditions;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.imageio.ImageIO;

class ExternalSessionTest {
    @TempDir Path folder;

    private ScriptRun script(String script) {
        return new ScriptRun(folder, script);
    }

    private static void assertEnded(ScriptRun run, RunState state, String words) {
        var status = run.folder().status();
        assertEquals(state, status.state(), status::message);
        assertTrue(status.message().contains(words), status::message);
        assertTrue(status.message().lines().count() <= 1, status::message);
    }

    @Test
    void curvesRendersAndFiguresAreTheRunsOwn() throws IOException {
        var run =
                script(
                                """
                                mkdir -p "$1/events" "$1/images"
                                cp events.out.tfevents.* "$1/events"
                                cp image.png "$1/images/0007.png"
                                echo '{"psnr": 31.5, "more": {"ssim": 0.75}}' > "$1/results.json"
                                echo done
                                """)
                        .set("images", "${out}/images/{step}.png")
                        .set("metrics", List.of("loss=train/loss"))
                        .set("tags", List.of("loss=train/loss"));
        try (var events = EventLog.create(run.code(), 1)) {
            for (int step = 1; step <= 9; step++) {
                events.scalar("loss", step, 10 - step);
            }
        }
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(image, "png", run.code().resolve("image.png").toFile());
        assertEquals(0, run.execute());
        assertEnded(run, RunState.FINISHED, "");
        assertEquals(9, run.folder().status().step());
        assertEquals(9, Curves.read(run.folder()).get("train/loss").size());
        assertEquals(List.of(7L), run.folder().renders().steps());
        var results = run.folder().results().orElseThrow();
        assertEquals("external", results.profile());
        assertEquals(31.5, results.metrics().get("psnr"));
        assertEquals(0.75, results.metrics().get("more/ssim"));
        assertEquals(1, results.metrics().get("loss"));
        assertTrue(run.log().contains("| done"), run.log());
    }

    @Test
    void settingsAndPlaceholdersReachTheProgram() throws IOException {
        var run =
                script(
                                "cat \"$2\"; echo \"<$PLACE>\"; echo \"$3\"; echo '{\"a\":1}' >"
                                        + " $1/results.json")
                        .set(
                                "command",
                                List.of("sh", "run.sh", "${out}", "${settings}", "$HOME;`x`"))
                        .set("settingsFormat", "json")
                        .set("settingsFile", "in/s-${seed}.json")
                        .parameter("train.lr", "1e-3")
                        .parameter("place", "${work}")
                        .environment(
                                "PLACE", "${parameters/train.lr} ${device} ${threads} ${cuda}.");
        assertEquals(0, run.execute(), run::log);
        var work = run.folder().path().resolve("work").toRealPath();
        var settings = Json.parse(work.resolve("in/s-5.json")).getAsJsonObject();
        assertEquals(1e-3, settings.getAsJsonObject("train").get("lr").getAsDouble());
        assertEquals(work.toString(), settings.get("place").getAsString());
        assertTrue(run.log().contains("| <1e-3 cpu 1 .>"), run.log());
        assertTrue(run.log().contains("| $HOME;`x`"), "no shell between: " + run.log());
    }

    @Test
    void trainingViewsAreWrittenWithoutTheHeldOutOnes() throws IOException {
        var data = SmallTraining.data();
        var run =
                script("ls \"$2\" | wc -l; ls \"$3\" | wc -l; echo '{\"a\":1}' > $1/results.json")
                        .set("command", List.of("sh", "run.sh", "${out}", "${data}", "${training}"))
                        .data(data);
        assertEquals(0, run.execute(), run::log);
        int all = data.getAsJsonObject("geometry").get("views").getAsInt();
        all *= data.get("instances").getAsInt();
        int heldOut = data.getAsJsonArray("heldOut").size();
        assertTrue(heldOut > 0);
        var printed = run.log().lines().filter(line -> line.contains("| ")).toList();
        assertEquals(all, number(printed.get(0)));
        assertEquals(all - heldOut, number(printed.get(1)));
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.indexOf('|') + 1).strip());
    }

    @Test
    void aFailingProgramLeavesItsLastWords() {
        var run = script("echo starting; echo 'ValueError: no such file' >&2; exit 3");
        assertEquals(Worker.FAILED, run.execute());
        assertEnded(run, RunState.FAILED, "exit code 3; its last words: ValueError: no such file");
    }

    @ParameterizedTest
    @CsvSource({"KILL,LOST,signal 9", "TERM,LOST,signal 15", "SEGV,FAILED,crashed with signal 11"})
    void signalsAreToldApart(String signal, RunState state, String words) {
        var run = script("kill -s " + signal + " $$; sleep 100");
        assertEquals(Worker.FAILED, run.execute());
        assertEnded(run, state, words);
    }

    @Test
    void aMissingProgramIsWrongInput() {
        var run = script("").set("command", List.of("no-such-program-anywhere"));
        assertEquals(Worker.WRONG_INPUT, run.execute());
        assertEnded(run, RunState.FAILED, "no program no-such-program-anywhere");
        var local = new ScriptRun(folder.resolve("2"), "").set("command", List.of("./none.sh"));
        assertEquals(Worker.WRONG_INPUT, local.execute());
    }

    @Test
    void codeThatHasChangedIsNotRun() {
        var run = script("exit 0");
        run.folder();
        run.write("run.sh", "exit 1");
        assertEquals(Worker.WRONG_INPUT, run.execute());
        assertEnded(run, RunState.FAILED, "plan it again");
    }

    @Test
    void promisedFiguresThatAreMissingAreNamedAndTheRunIsKept() {
        var run = script("exit 0").set("metrics", List.of("psnr=eval/psnr"));
        assertEquals(0, run.execute());
        assertEnded(run, RunState.FINISHED, "results.json");
        assertEnded(run, RunState.FINISHED, "eval/psnr");
    }

    @Test
    void aFloodOfOutputIsBounded() throws IOException {
        var run =
                script(
                        "yes 'a line of some length that says nothing at all' | head -n 600000;"
                                + " exit 4");
        assertEquals(Worker.FAILED, run.execute());
        assertEnded(run, RunState.FAILED, "exit code 4; its last words: a line of");
        assertTrue(Files.size(run.folder().attempts().getFirst().log()) < 40L << 20);
    }

    @Test
    void whatTheProgramStartedEndsWithIt() throws IOException {
        var run =
                script("sleep 1000 & echo $! > $1/child; echo '{\"a\":1}' > $1/results.json")
                        .patience(1);
        assertEquals(0, run.execute());
        var child = run.folder().path().resolve("work/out/child");
        var pid = Long.parseLong(Files.readString(child).strip());
        Conditions.await(
                "the end of what it started",
                Duration.ofMinutes(1),
                () -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void aProgramThatNeverEndsIsEndedAtItsLastStep() throws IOException {
        var run =
                script("mkdir -p $1/events; cp events.out.* $1/events; while :; do sleep 0.1; done")
                        .set("lastStep", 5)
                        .set("resultsFile", "")
                        .set("metrics", List.of("loss=loss"));
        try (var events = EventLog.create(run.code(), 1)) {
            events.scalar("loss", 5, 0.25);
        }
        assertEquals(0, run.execute());
        assertEnded(run, RunState.FINISHED, "");
        assertEquals(0.25, run.folder().results().orElseThrow().metrics().get("loss"));
        assertEquals(5, run.folder().status().steps());
    }

    @ParameterizedTest
    @CsvSource({
        "settingsFile,${parameters/name}",
        "settingsFile,x/../../${parameters/name}",
        "eventFolder,${out}/${parameters/name}",
        "images,${parameters/name}/{step}.png",
        "resultsFile,${data}/x.json"
    })
    void valuesCannotLeadOutOfTheWorkFolder(String setting, String text) throws IOException {
        var run =
                script("exit 0")
                        .set("settingsFormat", "json")
                        .set("settingsFile", "s.json")
                        .set(setting, text)
                        .parameter("name", "../../../escaped");
        assertTrue(run.execute() == Worker.WRONG_INPUT || setting.equals("resultsFile"));
        assertFalse(Files.exists(folder.resolve("escaped")));
        assertFalse(Files.exists(folder.resolve("runs/escaped")));
    }

    @Test
    void linksCannotLeadOutEither() throws IOException {
        var run = script("exit 0").set("settingsFormat", "json").set("settingsFile", "link/s.json");
        var work = Files.createDirectories(run.folder().path().resolve("work"));
        var outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(work.resolve("link"), outside);
        assertEquals(Worker.WRONG_INPUT, run.execute());
        assertEnded(run, RunState.FAILED, "by a link");
        assertFalse(Files.exists(outside.resolve("s.json")));
    }

    @Test
    void figuresBehindALinkAreNotRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.json"), "{\"secret\":1}");
        var run = script("ln -s '" + secret + "' $1/results.json");
        assertEquals(0, run.execute());
        assertEnded(run, RunState.FINISHED, "by a link");
        assertFalse(run.folder().results().orElseThrow().metrics().containsKey("secret"));
    }
}
