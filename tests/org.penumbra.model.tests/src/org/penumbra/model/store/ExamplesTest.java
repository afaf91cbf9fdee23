// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.model.MedNeRF;
import org.penumbra.model.UMedNeRF;
import org.penumbra.model.validation.Validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples of the project are what the store writes, and nothing is wrong with them. */
class ExamplesTest {
    static List<Path> examples() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".penumbra")).sorted().toList();
        }
    }

    private static Path folder() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("examples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isValidAndRoundTripsByteForByte(Path file) throws IOException {
        var experiment = ExperimentStore.load(file);
        assertEquals(List.of(), Validation.of(experiment));
        assertArrayEquals(Files.readAllBytes(file), ExperimentStore.bytes(experiment));
        assertFalse(experiment.getQuestion().isBlank());
    }

    @Test
    void theFirstOneComparesMedNeRFWithUMedNeRF() {
        var variants =
                ExperimentStore.load(folder().resolve("mednerf-vs-umednerf.penumbra"))
                        .getVariants();
        assertEquals(2, variants.size());
        assertEquals(1, variants.stream().filter(MedNeRF.class::isInstance).count());
        assertEquals(1, variants.stream().filter(UMedNeRF.class::isInstance).count());
    }
}
