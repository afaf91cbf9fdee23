// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.penumbra.io.InputException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the data of an experiment lie, and the code of its programs: paths in an experiment file
 * are relative to that file, or begin with a variable, as in {@code ${data}/knee}.
 *
 * @param variables folders by the names of the variables that stand for them
 */
public record DataFolders(Map<String, Path> variables) {
    private static final String DATA = "PENUMBRA_DATA";
    private static final String CODE = "PENUMBRA_CODE";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}/?(.*)");

    /** Copies the variables. */
    public DataFolders {
        variables = Map.copyOf(variables);
    }

    /**
     * The variables {@code data} and {@code code}, from the environment.
     *
     * @param environment {@code System.getenv()}; PENUMBRA_DATA is the folder that {@code ${data}}
     *     stands for, PENUMBRA_CODE that of {@code ${code}}
     */
    public static DataFolders of(Map<String, String> environment) {
        var variables = new TreeMap<String, Path>();
        folder(environment, DATA).ifPresent(folder -> variables.put("data", folder));
        folder(environment, CODE).ifPresent(folder -> variables.put("code", folder));
        return new DataFolders(variables);
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** The same with another value of a variable. */
    public DataFolders with(String name, Path folder) {
        var more = new TreeMap<>(variables);
        more.put(name, folder);
        return new DataFolders(more);
    }

    /**
     * The folder that a path in an experiment file means.
     *
     * @param folder the path as written
     * @param experiment the experiment file
     * @return an absolute path without detours; whether it exists is not looked at
     * @throws InputException if a variable has no value or the text is no path
     */
    public Path resolve(String folder, Path experiment) {
        try {
            var variable = VARIABLE.matcher(folder);
            var base =
                    variable.matches() ? variable(variable.group(1), experiment) : home(experiment);
            var rest = variable.matches() ? variable.group(2) : folder;
            return base.resolve(rest).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InputException(
                    "%s names the folder \"%s\", which is no path; correct it."
                            .formatted(experiment, folder),
                    e);
        }
    }

    /**
     * How a folder is written in an experiment file.
     *
     * @param folder where the data lie
     * @param experiment the experiment file
     * @return with a variable when the folder lies below its value, otherwise relative to the file,
     *     with slashes
     * @throws InputException if there is no relative path, as between two drives
     */
    public String written(Path folder, Path experiment) {
        var absolute = folder.toAbsolutePath().normalize();
        for (var entry : new TreeMap<>(variables).entrySet()) {
            var base = entry.getValue().toAbsolutePath().normalize();
            if (absolute.startsWith(base)) {
                var rest = slashes(base.relativize(absolute));
                return "${" + entry.getKey() + "}" + (rest.isEmpty() ? "" : "/" + rest);
            }
        }
        return relative(absolute, home(experiment).normalize(), experiment);
    }

    private static String relative(Path folder, Path home, Path experiment) {
        try {
            var relative = slashes(home.relativize(folder));
            return relative.isEmpty() ? "." : relative;
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s lies on another drive than %s; set PENUMBRA_DATA to a folder above it."
                            .formatted(folder, experiment),
                    e);
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Path home(Path experiment) {
        return experiment.toAbsolutePath().getParent();
    }

    private Path variable(String name, Path experiment) {
        var value = variables.get(name);
        if (value == null) {
            var way =
                    name.equals("code")
                            ? "set the environment variable %s, or name the code by --code"
                                    .formatted(CODE)
                            : "use ${data} and set the environment variable %s, or name the data by --data"
                                    .formatted(DATA);
            throw new InputException(
                    "%s uses ${%s}, which has no value; %s.".formatted(experiment, name, way));
        }
        return value;
    }
}
