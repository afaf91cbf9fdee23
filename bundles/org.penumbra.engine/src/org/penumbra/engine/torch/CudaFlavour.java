// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.torch;

import ai.djl.util.Utils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes DJL load, and at first download, the CUDA build of libtorch. */
final class CudaFlavour {
    /** The CUDA build of libtorch 2.7.1 that DJL 0.35.1 has bindings for. */
    private static final String FLAVOUR = "cu128";

    /**
     * DJL takes the CPU build from the class path, whatever flavour is asked for, unless another
     * version is. Its versions may end in a number that is ignored: so this is 2.7.1 all the same.
     */
    private static final String NOT_THE_BUNDLED_ONE = "2.7.1-1";

    private CudaFlavour() {}

    static boolean hasDriver() {
        return Files.exists(Path.of("/proc/driver/nvidia/version"))
                || Files.exists(Path.of("/usr/lib/wsl/lib/libcuda.so.1"))
                || Files.exists(Path.of("C:\\Windows\\System32\\nvcuda.dll"));
    }

    static void choose(Consumer<String> announce) {
        if (isSet("PYTORCH_LIBRARY_PATH")) {
            // The user names a libtorch of their own: its flavour and version are theirs too.
            return;
        }
        if (!isSet("PYTORCH_FLAVOR")) {
            System.setProperty("PYTORCH_FLAVOR", FLAVOUR);
        }
        if (!isSet("PYTORCH_VERSION")) {
            System.setProperty("PYTORCH_VERSION", NOT_THE_BUNDLED_ONE);
        }
        var cache = Utils.getEngineCacheDir("pytorch");
        if (!isIn(cache)) {
            announce.accept(
                    "An NVIDIA driver is here: downloading the CUDA build of PyTorch 2.7.1 (some"
                            + " gigabytes, once) to "
                            + cache
                            + "; --device cpu does without.");
        }
    }

    /** Back to the CPU build; what the user's environment says stays. */
    static void undo() {
        System.clearProperty("PYTORCH_FLAVOR");
        System.clearProperty("PYTORCH_VERSION");
    }

    private static boolean isSet(String name) {
        return Utils.getEnvOrSystemProperty(name) != null;
    }

    private static boolean isIn(Path cache) {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (var builds = Files.list(cache)) {
            return builds.anyMatch(build -> build.getFileName().toString().contains(FLAVOUR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
