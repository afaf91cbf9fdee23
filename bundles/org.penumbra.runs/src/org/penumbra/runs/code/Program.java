// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.InputException;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the program that a command starts. */
public final class Program {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Program() {}

    /**
     * Where a program is.
     *
     * @param name as the command says it; with a slash it counts from the working folder
     * @param folder the working folder
     * @param searchPath what the program's environment has as PATH, where it is another than this
     *     one's
     * @return its place, or on Windows, which completes names itself, the name
     * @throws InputException when it is not there
     */
    public static String find(String name, Path folder, Optional<String> searchPath) {
        if (WINDOWS) {
            return name;
        }
        if (name.contains("/")) {
            var file = folder.resolve(name).normalize();
            return require(Optional.of(file).filter(Program::isProgram), name, "at " + file);
        }
        var path = searchPath.orElseGet(() -> System.getenv().getOrDefault("PATH", ""));
        var found =
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(place -> !place.isEmpty())
                        .map(place -> Path.of(place, name))
                        .filter(Program::isProgram)
                        .findFirst();
        return require(found, name, "on the search path");
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static String require(Optional<Path> found, String name, String where) {
        return found.map(Path::toString)
                .orElseThrow(
                        () ->
                                new InputException(
                                        "There is no program %s %s: install it, or correct the command"
                                                .formatted(name, where)));
    }
}
