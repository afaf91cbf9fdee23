// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.Device;

import org.penumbra.io.InputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the user asked for: {@code auto}, {@code cpu} or {@code cuda:N}. */
sealed interface DeviceChoice {
    /** The flavour of libtorch 2.7.1 that DJL 0.35.1 has bindings for. */
    String CUDA_FLAVOUR = "cu128";

    record Auto() implements DeviceChoice {}

    record Cpu() implements DeviceChoice {}

    record Cuda(int index) implements DeviceChoice {}

    Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    static DeviceChoice parse(String text) {
        if (text.equals("auto")) {
            return new Auto();
        }
        if (text.equals("cpu")) {
            return new Cpu();
        }
        var cuda = CUDA.matcher(text);
        if (!cuda.matches()) {
            throw new InputException(
                    "Unknown device '" + text + "': use auto, cpu or cuda:N (such as cuda:0).");
        }
        return new Cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }

    default Device resolve(Consumer<String> announce) {
        return switch (this) {
            case Auto() -> hasDriver() ? cuda(0, announce) : cpu();
            case Cpu() -> cpu();
            case Cuda(int index) when hasDriver() -> cuda(index, announce);
            case Cuda(int index) ->
                    throw new InputException(
                            "Device cuda:"
                                    + index
                                    + " was asked for, but this machine has no NVIDIA driver:"
                                    + " install the driver or use --device cpu.");
        };
    }

    private static Device cpu() {
        if (System.getProperty("PYTORCH_FLAVOR") == null
                && System.getenv("PYTORCH_FLAVOR") == null) {
            System.setProperty("PYTORCH_FLAVOR", "cpu");
        }
        return Device.cpu();
    }

    private static Device cuda(int index, Consumer<String> announce) {
        if (System.getenv("PYTORCH_FLAVOR") == null) {
            System.setProperty("PYTORCH_FLAVOR", CUDA_FLAVOUR);
        }
        announce.accept(
                "Using CUDA: the first start downloads the CUDA build of PyTorch (about 3 GB) into"
                        + " DJL's cache.");
        return Device.gpu(index);
    }

    private static boolean hasDriver() {
        return Files.exists(Path.of("/proc/driver/nvidia/version"))
                || libraries().stream().anyMatch(Files::exists);
    }

    private static List<Path> libraries() {
        return List.of(
                Path.of("/usr/lib/x86_64-linux-gnu/libcuda.so.1"),
                Path.of("/usr/lib64/libcuda.so.1"),
                Path.of("/usr/lib/wsl/lib/libcuda.so.1"),
                Path.of("/usr/bin/nvidia-smi"),
                Path.of("C:\\Windows\\System32\\nvcuda.dll"));
    }
}
