// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.testing;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The material that lies beside the project and is not part of it: golden numbers, real X-rays,
 * weights.
 *
 * <p>It is where the system property or environment variable {@code PENUMBRA_SHARED} says, else in
 * {@code ../shared} beside the project's root. A test that needs it is skipped on a machine without
 * it; where {@code CI} is set that would hide a hole, so there the test fails.
 */
public final class Shared {
    private static final String NAME = "PENUMBRA_SHARED";

    private Shared() {}

    /**
     * A file or folder of the material.
     *
     * @param relative its path inside, for instance {@code golden/metrics.npz}
     * @return its path on this machine, existing
     */
    public static Path path(String relative) {
        var found = root().map(root -> root.resolve(relative)).filter(Files::exists);
        if (found.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError(
                    "CI is set and the test material %s is not there; set %s to its folder."
                            .formatted(relative, NAME));
        }
        Assumptions.assumeTrue(found.isPresent(), () -> "no test material " + relative);
        return found.get();
    }

    private static Optional<Path> root() {
        var named = Optional.ofNullable(System.getProperty(NAME)).or(Shared::environment);
        return named.map(Path::of).or(Shared::besideProject);
    }

    private static Optional<String> environment() {
        return Optional.ofNullable(System.getenv(NAME));
    }

    /** A test may run in the project's root or in the folder of its bundle. */
    private static Optional<Path> besideProject() {
        var here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("bundles/org.penumbra.io")))
                .map(root -> root.resolveSibling("shared"))
                .findFirst();
    }
}
