// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a program is told about its run and the machine.
 *
 * @param wanted the device: auto, cpu or cuda:N
 * @param limit threads of the run; 0 where the machine's are shared out
 */
record ProgramFacts(RunFolder folder, String wanted, int limit) {
    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/version");
    private static final String GPU = "cuda:";

    Map<String, String> values() {
        var device = device();
        return Map.of(
                "seed", Long.toString(folder.description().seed()),
                "device", device,
                "cuda", device.startsWith(GPU) ? device.substring(GPU.length()) : "",
                "threads", Integer.toString(threads()),
                "run", folder.path().toAbsolutePath().getFileName().toString());
    }

    /** Asking the engine would start its library; the system's driver says whether there is one. */
    private String device() {
        if (!wanted.equals("auto")) {
            return wanted;
        }
        return Files.exists(NVIDIA) ? GPU + "0" : "cpu";
    }

    private int threads() {
        var shared = System.getenv().getOrDefault("OMP_NUM_THREADS", "");
        if (limit > 0) {
            return limit;
        }
        return shared.matches("[1-9]\\d{0,3}")
                ? Integer.parseInt(shared)
                : Runtime.getRuntime().availableProcessors();
    }
}
