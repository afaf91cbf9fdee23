// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Start-up and the choice of a device. */
class TorchTest {
    @Test
    void theCpuAnnouncesNothing() {
        var lines = new ArrayList<String>();
        var torch = Torch.start("cpu", 0, lines::add);
        assertTrue(torch.device().equals(ai.djl.Device.cpu()));
        assertEquals("2.7.1", torch.version());
        assertTrue(torch.threads() >= 1);
        assertTrue(lines.isEmpty());
    }

    @Test
    void anUnknownDeviceIsNamedWithTheWayOut() {
        for (var name : new String[] {"gpu", "cuda:x", "cuda:-1", ""}) {
            var refusal =
                    assertThrows(InputException.class, () -> Torch.start(name, 0, line -> {}));
            assertTrue(refusal.getMessage().contains("'" + name + "'"));
            assertTrue(refusal.getMessage().contains("cuda:N"));
        }
    }

    @Test
    void cudaWithoutADriverIsRefusedInOneSentence() {
        assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")));
        var refusal =
                assertThrows(InputException.class, () -> Torch.start("cuda:1", 0, line -> {}));
        assertTrue(refusal.getMessage().contains("cuda:1"));
        assertTrue(refusal.getMessage().contains("--device cpu"));
    }
}
