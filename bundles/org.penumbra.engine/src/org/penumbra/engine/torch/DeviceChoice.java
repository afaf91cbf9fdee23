// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.torch;

import ai.djl.Device;

import org.penumbra.io.InputException;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the user asked for: {@code auto}, {@code cpu} or {@code cuda:N}. */
sealed interface DeviceChoice {
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

    /** The device to start with; chooses the build of libtorch, so it comes before the start. */
    default Device wanted(Consumer<String> announce) {
        return switch (this) {
            case Auto() when CudaFlavour.hasDriver() -> cuda(0, announce);
            case Auto(), Cpu() -> Device.cpu();
            case Cuda(int index) when CudaFlavour.hasDriver() -> cuda(index, announce);
            case Cuda(int index) ->
                    throw new InputException(
                            "Device cuda:"
                                    + index
                                    + " was asked for, but this machine has no NVIDIA driver:"
                                    + " install the driver or use --device cpu.");
        };
    }

    /** What to do when the wanted device does not work after all. */
    default Device instead(String cause, Consumer<String> announce) {
        if (this instanceof Cuda(int index)) {
            throw new InputException(
                    "Device cuda:" + index + " does not work (" + cause + "): use --device cpu.");
        }
        announce.accept("CUDA does not work here (" + cause + "): using the CPU.");
        return Device.cpu();
    }

    private static Device cuda(int index, Consumer<String> announce) {
        CudaFlavour.choose(announce);
        return Device.gpu(index);
    }
}
