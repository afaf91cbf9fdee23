// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonPrimitive;

import org.penumbra.engine.bench.MedNerfBench;
import org.penumbra.engine.bench.ResidentGrowth;
import org.penumbra.engine.method.Methods;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;

import java.util.List;
import java.util.Map;

/**
 * {@code bench mednerf [--device D] [--threads N] [--rounds N] [--iterations N]}: seconds of the
 * generator's iteration at the published size, beside the bare matrix products, and the growth of
 * memory over many small iterations.
 */
final class BenchVerb implements Verb {
    private static final int ROUNDS = 5;
    private static final int ITERATIONS = 2000;

    @Override
    public int run(List<String> arguments) {
        var options = Options.parse(arguments, "--device", "--threads", "--rounds", "--iterations");
        if (!options.words().equals(List.of("mednerf"))) {
            throw new InputException("The worker can measure mednerf and nothing else.");
        }
        var iterations = options.whole("--iterations", 20).orElse(ITERATIONS);
        // Small steps first and on one thread: what the large ones take stays with the process and
        // would hide a growth, and a second thread only waits in steps as small as these.
        var growth = growth(start(options, 1), iterations);
        Output.line(Map.of("rss_growth_percent", growth));
        var threads =
                options.whole("--threads", 1).orElse(Runtime.getRuntime().availableProcessors());
        try (var bench = new MedNerfBench(start(options, threads))) {
            Output.line(bench.run(options.whole("--rounds", 1).orElse(ROUNDS)));
        }
        return 0;
    }

    private static Torch start(Options options, int threads) {
        return Torch.start(
                options.get("--device").orElse("auto"),
                threads,
                line -> Output.line(Map.of("message", line)));
    }

    private static double growth(Torch torch, int iterations) {
        var settings = SmallTraining.settings();
        settings.add("iterations", new JsonPrimitive(iterations));
        try (var trainer =
                Methods.find("MedNeRF", 1).trainer(SmallTraining.task(settings, torch))) {
            return ResidentGrowth.percent(iterations, step -> trainer.advance());
        }
    }
}
