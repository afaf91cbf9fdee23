// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.io.files.Sha256;
import org.penumbra.runs.folder.Host;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Where the index of a runs folder is kept: never in that folder. */
public final class IndexPlace {
    private static final int DIGITS = 32;

    private IndexPlace() {}

    /** The user's cache folder of this program; the system property penumbra.cache overrules. */
    public static Path cache() {
        var property = System.getProperty("penumbra.cache", "");
        return property.isBlank() ? cache(System.getenv()) : Path.of(property);
    }

    /**
     * The cache folder that an environment names: {@code PENUMBRA_CACHE}, else {@code penumbra} in
     * {@code XDG_CACHE_HOME}, else {@code ~/.cache/penumbra}.
     */
    static Path cache(Map<String, String> environment) {
        var named = environment.getOrDefault("PENUMBRA_CACHE", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        var caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        var root =
                caches.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(caches);
        return root.resolve("penumbra");
    }

    /**
     * The database of a runs folder. Its name depends on the machine too, since home folders may be
     * shared and SQLite's locks hold on one machine only.
     *
     * @param runs the folder's real path
     */
    static Path file(Path cache, Path runs) {
        var identity = Host.name() + ":" + runs;
        var digits = Sha256.of(identity.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return cache.resolve("index").resolve(digits + ".sqlite");
    }
}
