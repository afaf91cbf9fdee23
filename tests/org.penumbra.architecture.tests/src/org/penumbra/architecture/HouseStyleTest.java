// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class HouseStyleTest {

    private static final int LONGEST_FILE = 400;

    /** Names that say nothing of what a class is. */
    private static final Pattern BAG =
            Pattern.compile("(Manager|Utils?|Helpers?|Impl|Misc)\\.java$");

    private final Project project = Project.here();

    @Test
    void everyPackageSaysWhatItIs() {
        var mute =
                project.sources().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .toList();
        assertNone(mute, "packages without package-info.java");
    }

    @Test
    void everyFileNamesItsLicence() {
        var header = project.read("releng/header.txt");
        var sources = project.sources().stream();
        var bare = sources.filter(file -> !Project.read(file).startsWith(header)).toList();
        assertNone(bare, "files without the header of releng/header.txt");
    }

    @Test
    void filesStaySmall() {
        var sources = project.sources().stream();
        var longest = sources.filter(file -> lines(file) > LONGEST_FILE).toList();
        assertNone(longest, "files over " + LONGEST_FILE + " lines");
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        var sources = project.sources().stream();
        assertNone(sources.filter(file -> BAG.matcher(file.toString()).find()).toList(), "bags");
    }

    @Test
    void exportedPackagesExist() {
        var missing = project.bundles().stream().flatMap(HouseStyleTest::missingExports).toList();
        assertNone(missing, "exported packages without source");
    }

    private static Stream<String> missingExports(BundleManifest bundle) {
        return bundle.exports().stream()
                .filter(
                        name ->
                                Stream.of("src", "src-gen")
                                        .noneMatch(root -> has(bundle, root, name)))
                .map(name -> bundle.name() + ": " + name);
    }

    private static boolean has(BundleManifest bundle, String root, String packageName) {
        var path = root + "/" + packageName.replace('.', '/');
        return Files.isDirectory(bundle.folder().resolve(path));
    }

    private static long lines(Path file) {
        return Project.read(file).lines().count();
    }

    private static void assertNone(List<?> found, String what) {
        assertTrue(found.isEmpty(), () -> what + ": " + found);
    }
}
