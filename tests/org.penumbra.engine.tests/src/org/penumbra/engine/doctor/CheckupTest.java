// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.torch.Torch;
import org.penumbra.testing.Shared;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CheckupTest {
    private static List<Finding> findings(Optional<Path> shared) {
        return new Checkup(Torch.start("cpu", 1, line -> {}), shared).findings();
    }

    @Test
    void allIsWellOnTheCpu() {
        var findings = findings(Optional.empty());
        assertEquals(
                List.of("known numbers", "gradients", "repeatability"),
                findings.stream().map(Finding::check).toList());
        findings.forEach(finding -> assertTrue(finding.ok(), finding.toString()));
    }

    @Test
    void theOriginalsNumbersAgree() {
        var shared = Shared.path("golden").getParent();
        var findings = findings(Optional.of(shared));
        assertEquals(5, findings.size());
        findings.forEach(finding -> assertTrue(finding.ok(), finding.toString()));
    }

    @Test
    void goldenNumbersThatAreNotThereAreAFinding(@TempDir Path empty) {
        var findings = findings(Optional.of(empty));
        assertFalse(findings.getLast().ok());
        assertTrue(findings.getLast().detail().contains("mednerf_discriminator.npz"));
    }

    @Test
    void aNumberThatIsNoneIsADifference() {
        assertFalse(Comparison.of("x", new float[] {1}, new float[] {Float.NaN}, 1).ok());
        assertFalse(Comparison.of("x", new float[] {1}, new float[] {1, 2}, 1).ok());
        assertTrue(Comparison.of("x", new float[] {2}, new float[] {2.001f}, 1e-3).ok());
    }
}
