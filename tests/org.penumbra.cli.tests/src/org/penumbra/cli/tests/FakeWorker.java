// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.numpy.Npy;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.ownership.Claim;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.results.ViewScore;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Stands for the engine in a process of its own. The seed of a run says what becomes of it: 2 fails
 * with a word, 3 ends without one, 4 works until it is asked to stop, all others finish.
 */
final class FakeWorker {
    private FakeWorker() {}

    /**
     * Writes an argument file that names this class before the engine's, which thereby becomes the
     * first argument.
     */
    static Path install(Path folder) throws IOException {
        var classPath = System.getProperty("java.class.path").replace("\\", "\\\\");
        return Files.writeString(
                folder.resolve("worker.args"),
                "-Xmx64m -XX:TieredStopAtLevel=1 -cp \"%s\" %s\n"
                        .formatted(classPath, FakeWorker.class.getName()));
    }

    /** Gets the engine's class name, the verb and what follows it. */
    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[1]) {
            case "run" -> run(RunFolder.open(Path.of(arguments[2])));
            case "render" -> render(List.of(arguments));
            case "bench" -> bench(arguments[2]);
            case "doctor" -> doctor(List.of(arguments));
            default -> System.exit(2);
        }
    }

    private static void run(RunFolder run) throws InterruptedException {
        var claim = Claim.take(run, Duration.ZERO);
        work(run, claim);
        claim.close();
    }

    private static void work(RunFolder run, Claim claim) throws InterruptedException {
        switch ((int) run.description().seed()) {
            case 2 -> {
                run.status(RunStatus.of(RunState.FAILED, "loss is not a number at step 12"));
                System.exit(1);
            }
            case 3 -> System.exit(3);
            case 4 -> untilStopped(run);
            default -> finish(run, claim.attempt().number());
        }
    }

    private static void finish(RunFolder run, int attempts) {
        double psnr = 20 + run.description().seed() + (attempts - 1) * 100;
        var view = new ViewScore(ViewKey.parse("01:0"), ViewScore.FINE_TUNED, Map.of("psnr", psnr));
        run.results(
                new Results(
                        "mednerf",
                        10,
                        Map.of("psnr", psnr, "seconds", 60.0),
                        List.of(view),
                        Map.of("mean-image", Map.of("psnr", 12.5))));
        run.status(RunStatus.of(RunState.FINISHED, ""));
    }

    private static void untilStopped(RunFolder run) throws InterruptedException {
        var pause = new Thread(() -> run.status(RunStatus.of(RunState.PAUSED, "asked to")));
        Runtime.getRuntime().addShutdownHook(pause);
        run.status(
                new RunStatus(
                        RunState.RUNNING,
                        "adversarial",
                        1,
                        10,
                        9,
                        "",
                        ProcessHandle.current().pid(),
                        Host.name(),
                        Instant.now()));
        Conditions.await("a request", Duration.ofMinutes(2), () -> asked(run));
        Runtime.getRuntime().removeShutdownHook(pause);
        var asked = run.requests().asked().orElseThrow();
        var state = asked == Request.PAUSE ? RunState.PAUSED : RunState.CANCELLED;
        run.status(run.status().ended(state, "asked to"));
        run.requests().clear();
    }

    private static boolean asked(RunFolder run) {
        return run.requests().asked().isPresent();
    }

    /** Three views of 2 x 2 pixels: black, grey, white. */
    private static void render(List<String> arguments) {
        var out = Path.of(arguments.get(arguments.indexOf("--out") + 1));
        out.toFile().mkdirs();
        var pixels = new float[] {0, 0, 0, 0, .5f, .5f, .5f, .5f, 1, 1, 1, 1};
        Npy.write(out.resolve("views.npy"), new int[] {3, 1, 2, 2}, pixels);
        System.out.println("{\"view\":1,\"views\":3,\"azimuth\":0}");
    }

    private static void bench(String name) {
        if (!name.equals("mednerf")) {
            System.out.println("{\"error\":\"The worker can measure mednerf and nothing else.\"}");
            System.exit(2);
        }
        System.out.println("{\"message\":\"measuring\"}");
        System.out.println("no JSON at all");
        System.out.println("{\"iteration_seconds\":1.5,\"ratio_to_floor\":1.25}");
        System.out.println("{\"rss_growth_percent\":0.5}");
    }

    private static void doctor(List<String> arguments) {
        boolean broken = arguments.contains("cuda:0");
        System.out.println("{\"libtorch\":\"2.7.1\",\"device\":\"cpu\"}");
        System.out.println("{\"check\":\"gradients\",\"ok\":true,\"detail\":\"agree\"}");
        System.out.println(
                "{\"check\":\"golden numbers\",\"ok\":%s,\"detail\":\"off by 1\"}"
                        .formatted(!broken));
        System.exit(broken ? 1 : 0);
    }
}
