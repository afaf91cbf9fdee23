// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A worker command that starts {@link FakeWorker} in place of the engine. */
public final class FakeInstallation {
    private FakeInstallation() {}

    /** Writes an argument file that names the fake worker before the engine's class. */
    public static WorkerCommand in(Path folder) throws IOException {
        // Under OSGi there is no class path: the classes' own places are one everywhere.
        var classPath =
                String.join(
                        java.io.File.pathSeparator,
                        place(FakeWorker.class),
                        place(org.penumbra.runs.folder.RunFolder.class),
                        place(org.penumbra.io.InputException.class),
                        place(org.penumbra.testing.Conditions.class),
                        place(org.penumbra.imaging.drr.DrrSet.class),
                        place(com.google.gson.Gson.class),
                        place(org.snakeyaml.engine.v2.api.Dump.class));
        var file = folder.resolve("worker.args");
        Files.writeString(
                file,
                "-Xmx64m -XX:TieredStopAtLevel=1 -cp \"%s\" %s\n"
                        .formatted(classPath.replace("\\", "\\\\"), FakeWorker.class.getName()));
        return new WorkerCommand(List.of(), file, Map.of());
    }

    private static String place(Class<?> type) {
        return Path.of(
                        java.net.URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()
                                        .replace(" ", "%20")))
                .toString();
    }
}
