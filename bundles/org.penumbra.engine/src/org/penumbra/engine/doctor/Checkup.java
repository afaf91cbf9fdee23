// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

import org.penumbra.engine.torch.Torch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All checks of the engine on one device, one after the other. */
public final class Checkup {
    private final Torch torch;
    private final Optional<Path> shared;

    /**
     * A check-up that has not begun.
     *
     * @param torch the started engine
     * @param shared the folder with {@code golden/}, where there is one
     */
    public Checkup(Torch torch, Optional<Path> shared) {
        this.torch = torch;
        this.shared = shared;
    }

    /** Runs every check; one that breaks down is a finding, too. */
    public List<Finding> findings() {
        var always =
                Stream.of(
                        check("known numbers", () -> new Specimen(torch).knownNumbers()),
                        check("gradients", () -> new Specimen(torch).gradients()),
                        check("repeatability", () -> new Specimen(torch).repeatability()));
        var golden =
                shared.map(folder -> folder.resolve("golden")).stream()
                        .map(folder -> new GoldenNumbers(torch, folder))
                        .flatMap(
                                numbers ->
                                        Stream.of(
                                                check("golden generator", numbers::generator),
                                                check(
                                                        "golden discriminator",
                                                        numbers::discriminator)));
        return Stream.concat(always, golden).toList();
    }

    private static Finding check(String name, Supplier<Finding> check) {
        try {
            return check.get();
        } catch (RuntimeException broken) {
            return new Finding(name, false, String.valueOf(broken.getMessage()));
        }
    }
}
