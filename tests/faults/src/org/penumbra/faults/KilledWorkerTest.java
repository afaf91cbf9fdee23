// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A worker killed at any instants, again and again, comes to the same bits and curves. */
class KilledWorkerTest {
    @TempDir Path folder;

    @Test
    void bothMethodsComeToTheSameBits() throws Exception {
        var ordeals = List.of(ordeal("MedNeRF"), ordeal("UMedNeRF"));
        // Side by side, as the undisturbed runs were.
        try (var threads = Executors.newFixedThreadPool(ordeals.size())) {
            for (var end : threads.invokeAll(ordeals)) {
                end.get();
            }
        }
    }

    private Callable<Void> ordeal(String variant) {
        return () -> {
            new Ordeal(variant, folder.resolve(variant)).survive(Chance.kills());
            return null;
        };
    }
}
