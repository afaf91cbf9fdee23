// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.InputException;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.store.DataFolders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and identifies the code of programs, every folder once. */
public final class CodeSource {
    private static final String PROPERTY = "penumbra.code";

    /**
     * Some code.
     *
     * @param folder where it lies on this machine
     * @param fingerprint what it is, see {@link CodeFingerprint}
     */
    public record Code(Path folder, String fingerprint) {}

    private record Key(Path folder, List<String> sources) {}

    private final Path experiment;
    private final DataFolders folders;
    private final Map<Key, Code> known = new HashMap<>();

    private CodeSource(Path experiment, DataFolders folders) {
        this.experiment = experiment;
        this.folders = folders;
    }

    /**
     * Code as an experiment file names it.
     *
     * @param experiment the file; relative folders start from its own
     * @param named what {@code ${code}} stands for; otherwise the environment variable
     *     PENUMBRA_CODE says it
     */
    public static CodeSource of(Path experiment, Optional<Path> named) {
        var folders =
                DataFolders.of(System.getenv())
                        .with("home", Path.of(System.getProperty("user.home")));
        var property = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
        return new CodeSource(
                experiment,
                named.or(() -> property)
                        .map(code -> folders.with("code", code.toAbsolutePath()))
                        .orElse(folders));
    }

    /**
     * The code of a method.
     *
     * @throws InputException when it is not there or cannot be identified
     */
    public Code resolve(ExternalMethod method) {
        var folder = folders.resolve(method.getWorkingFolder(), experiment);
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    "There is no folder %s with the code of %s: correct variants/%s/workingFolder, --code or PENUMBRA_CODE"
                            .formatted(folder, method.getName(), method.getName()));
        }
        var key = new Key(folder, List.copyOf(method.getSources()));
        // Not computeIfAbsent: what fails must fail again, with its own message.
        var code = known.get(key);
        if (code == null) {
            code = new Code(folder, CodeFingerprint.of(folder, key.sources()));
            known.put(key, code);
        }
        return code;
    }
}
