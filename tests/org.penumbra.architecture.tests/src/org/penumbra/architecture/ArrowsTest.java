// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class ArrowsTest {

    /** The arrows of docs/architecture.md: which bundle may require which. */
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "io", Set.of(),
                    "model", Set.of("io"),
                    "imaging", Set.of("io"),
                    "metrics", Set.of("io"),
                    "runs", Set.of("io", "model", "imaging", "metrics"),
                    "engine", Set.of("io", "model", "imaging", "metrics", "runs"),
                    "cli", Set.of("io", "model", "imaging", "metrics", "runs"),
                    "ui", Set.of("io", "model", "imaging", "metrics", "runs"));

    private static final List<String> WINDOW =
            List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui");

    private final Project project = Project.here();

    @Test
    void everyBundleIsInThePicture() {
        var names = new TreeSet<>(project.bundles().stream().map(BundleManifest::name).toList());
        assertEquals(new TreeSet<>(ALLOWED.keySet()), names);
    }

    @Test
    void arrowsPointOneWay() {
        for (var bundle : project.bundles()) {
            var extra = new TreeSet<>(bundle.requiresOfOurs());
            extra.removeAll(ALLOWED.getOrDefault(bundle.name(), Set.of()));
            assertTrue(extra.isEmpty(), () -> bundle.name() + " must not require " + extra);
        }
    }

    @Test
    void ownPackagesComeByRequiredBundle() {
        for (var bundle : project.bundles()) {
            var own = startingWith(bundle.imports(), BundleManifest.PREFIX);
            assertTrue(own.isEmpty(), () -> bundle.name() + " imports by package: " + own);
        }
    }

    @Test
    void onlyTheEngineLinksDjl() {
        for (var bundle : project.bundles()) {
            var djl = startingWith(bundle.imports(), "ai.djl");
            assertEquals("engine".equals(bundle.name()), !djl.isEmpty(), bundle.name());
        }
    }

    @Test
    void nothingBelowTheWindowKnowsIt() {
        for (var bundle : project.bundles()) {
            if (!bundle.name().startsWith("ui")) {
                var window = uses(bundle).filter(ArrowsTest::isWindow).toList();
                assertTrue(window.isEmpty(), () -> bundle.name() + " uses " + window);
            }
        }
    }

    private static Stream<String> uses(BundleManifest bundle) {
        return Stream.concat(bundle.requires().stream(), bundle.imports().stream());
    }

    private static boolean isWindow(String name) {
        return WINDOW.stream().anyMatch(name::startsWith);
    }

    private static List<String> startingWith(Set<String> names, String prefix) {
        return names.stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }
}
