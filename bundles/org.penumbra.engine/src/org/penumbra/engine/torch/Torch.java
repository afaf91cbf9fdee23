// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A started libtorch on one device. Starting twice in one process is harmless; the flavour of the
 * native library is fixed by the first start.
 */
public final class Torch {
    private final Device device;

    private Torch(Device device) {
        this.device = device;
    }

    /**
     * Starts the engine.
     *
     * @param choice {@code auto}, {@code cpu} or {@code cuda:N}
     * @param threads threads inside one operation; 0 leaves libtorch's own choice (all cores)
     * @param announce told in one line what the user should know, such as a download
     * @return the started engine
     * @throws org.penumbra.io.InputException when the device is unknown or not there
     */
    public static Torch start(String choice, int threads, Consumer<String> announce) {
        var wish = DeviceChoice.parse(choice);
        var wanted = wish.wanted(announce);
        System.setProperty("OPT_OUT_TRACKING", "true");
        var loaded = load(wish, wanted, announce);
        if (threads > 0) {
            JniUtils.setNumThreads(threads);
        }
        return new Torch(fault(loaded).map(cause -> wish.instead(cause, announce)).orElse(loaded));
    }

    /** Loads libtorch; the CUDA build may not be to be had, for instance without a network. */
    private static Device load(DeviceChoice wish, Device wanted, Consumer<String> announce) {
        try {
            Engine.getEngine("PyTorch");
            return wanted;
        } catch (EngineException e) {
            if (!wanted.isGpu()) {
                throw e;
            }
            var instead = wish.instead(sentence(e), announce);
            CudaFlavour.undo();
            Engine.getEngine("PyTorch");
            return instead;
        }
    }

    /** Tries the device with one number: a driver may be too old, or the index too high. */
    private static Optional<String> fault(Device device) {
        try (var manager = NDManager.newBaseManager(device, "PyTorch")) {
            Ops.scalar(manager, 1).toFloatArray();
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(sentence(e));
        }
    }

    /** What happened and, where something else was behind it, what that was. */
    private static String sentence(EngineException e) {
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("?");
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == e
                ? message
                : "%s: %s %s"
                        .formatted(message, root.getClass().getSimpleName(), root.getMessage());
    }

    /**
     * Starts the engine on the CPU with all cores.
     *
     * @return the started engine
     */
    public static Torch cpu() {
        return start("cpu", 0, line -> {});
    }

    /**
     * The device everything lives on.
     *
     * @return the device
     */
    public Device device() {
        return device;
    }

    /**
     * Opens a long-lived home for arrays on this device; the caller closes it.
     *
     * @return a new manager
     */
    public NDManager newManager() {
        return NDManager.newBaseManager(device, "PyTorch");
    }

    /**
     * Threads that one operation uses.
     *
     * @return the number of threads
     */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /**
     * The version of the engine, for the environment record.
     *
     * @return the libtorch version
     */
    public String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }
}
