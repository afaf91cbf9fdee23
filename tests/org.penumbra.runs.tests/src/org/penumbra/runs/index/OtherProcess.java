// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.RunQuery;

import java.io.IOException;
import java.nio.file.Path;

/** Uses the index as another program would: refreshes it, forgets it, refreshes it. */
final class OtherProcess {
    private OtherProcess() {}

    static Process start(Path runs, Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        runs.toString(),
                        cache.toString())
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] arguments) {
        try (var index = RunsIndex.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
            index.refresh();
            for (int i = 0; i < 3; i++) {
                index.rebuild((done, all) -> {});
            }
            index.refresh();
            System.out.println(
                    index.runs(RunQuery.ALL).size()
                            + " runs, "
                            + index.summaries(CurveQuery.ALL).size()
                            + " curves");
        }
    }
}
