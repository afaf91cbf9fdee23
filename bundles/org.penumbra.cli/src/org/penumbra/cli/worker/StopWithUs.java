// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.worker;

/** Hands the signal that ends this process on to a worker, and lets it put its state away. */
final class StopWithUs implements AutoCloseable {
    private final Process process;
    private final Thread hook = new Thread(this::stop, "stop-worker");

    StopWithUs(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // This process is ending already, and the hook is at work.
        }
    }
}
