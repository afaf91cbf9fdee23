// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/** Functions in TorchScript that are written from Java. */
class TorchScriptTest {
    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void anOperationThatDjlLacksIsDifferentiable() {
        var script =
                TorchScript.of(
                        "Sample",
                        """
                        def forward(self, image: Tensor, grid: Tensor) -> Tensor:
                            return torch.grid_sampler(image, grid, 0, 0, True)
                        """);
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var image = Tape.watch(scope.array(new float[] {1, 2, 3, 4}, 1, 1, 2, 2));
            var grid = scope.array(new float[] {0, -1}, 1, 1, 1, 2);
            var seen = script.call(image, grid);
            System.gc();
            assertArrayEquals(new float[] {1.5f}, seen.toFloatArray());
            var gradient = tape.gradients(Ops.sumAll(seen), List.of(image)).getFirst();
            assertArrayEquals(new float[] {0.5f, 0.5f, 0, 0}, gradient.toFloatArray());
        }
    }

    @Test
    void listsTuplesAndNumbersPass() {
        var script =
                TorchScript.of(
                        "Mixed",
                        """
                        def half(self, x: Tensor) -> Tensor:
                            return torch.mul(x, 0.5)
                        def forward(self, x: List[Tensor], k: int, f: float, flip: bool) \
                        -> Tuple[Tensor, Tensor]:
                            y = torch.mul(x[k], f)
                            if flip:
                                z = torch.neg(y)
                            else:
                                z = y
                            return (z, (self).half(y, ))
                        """);
        try (var scope = Scope.in(manager)) {
            var list = List.of(scope.array(new float[] {1}, 1), scope.array(new float[] {3}, 1));
            var results = script.plain(scope.manager(), list, 1L, 4.0, true);
            assertEquals(2, results.size());
            assertEquals(-12, results.get(0).toFloatArray()[0]);
            assertEquals(6, results.get(1).toFloatArray()[0]);
        }
    }

    @Test
    void theArchiveHasTheLayoutThatTorchLoads() throws IOException {
        var archive =
                TorchScript.of("Empty", "def forward(self, x: Tensor) -> Tensor:\n  return x")
                        .archive();
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals(
                List.of(
                        "archive/data.pkl",
                        "archive/code/__torch__.py",
                        "archive/constants.pkl",
                        "archive/version"),
                names);
    }
}
