// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class PinnedVersionsTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([^<]+)</artifactId><version>([^<]+)</version>");
    private static final Pattern EXACT = Pattern.compile("[0-9][0-9A-Za-z.-]*");

    private final Project project = Project.here();
    private final String target = project.read("target-platform/penumbra.target");

    @Test
    void everyVersionIsExact() {
        var found = dependencies().toList();
        assertTrue(found.size() > 100, "the target definition was not understood");
        for (var dependency : found) {
            assertTrue(EXACT.matcher(dependency.group(2)).matches(), dependency.group());
        }
    }

    @Test
    void nothingIsListedTwice() {
        var seen = new HashSet<String>();
        dependencies().forEach(each -> assertTrue(seen.add(each.group()), each.group()));
    }

    @Test
    void nothingIsResolvedTransitively() {
        assertFalse(target.contains("includeDependencyDepth=\"infinite\""));
        assertFalse(target.contains("includeDependencyDepth=\"direct\""));
    }

    /** DJL's binding for one libtorch carries the engine's version in its own. */
    @Test
    void libtorchAndItsBindingFitTheEngine() {
        var pom = project.read("pom.xml");
        var engine = versionOf("pytorch-engine");
        var libtorch = property(pom, "pytorch.native.version");
        assertEquals(libtorch + "-" + engine, property(pom, "pytorch.jni.version"));
        assertEquals(engine, versionOf("api"));
    }

    private Stream<MatchResult> dependencies() {
        return DEPENDENCY.matcher(target).results();
    }

    private String versionOf(String artifact) {
        return dependencies()
                .filter(dependency -> artifact.equals(dependency.group(1)))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private static String property(String pom, String name) {
        var matcher = Pattern.compile("<" + name + ">([^<]+)<").matcher(pom);
        assertTrue(matcher.find(), name);
        return matcher.group(1);
    }
}
