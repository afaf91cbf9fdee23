// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What git knows of a folder. */
final class GitTree {
    private static final long MOST_NEW_BYTES = 1L << 30;

    private final Path folder;
    private final GitCommand git;

    private GitTree(Path folder) {
        this.folder = folder;
        this.git = new GitCommand(folder);
    }

    static String fingerprint(Path folder) {
        return new GitTree(folder).fingerprint();
    }

    private String fingerprint() {
        var tree = git.line("rev-parse", "HEAD:./");
        if (tree.isEmpty()) {
            throw new InputException(
                    "git knows no code in %s: commit it there, or list its files in sources"
                            .formatted(folder));
        }
        var changes = changes();
        return "git:" + tree.get() + changes.map(hash -> "+sha256:" + hash).orElse("");
    }

    private Optional<String> changes() {
        var difference =
                git.sha256(
                        "diff",
                        "HEAD",
                        "--binary",
                        "--full-index",
                        "--no-color",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--submodule=diff",
                        "--",
                        ".");
        var added = added();
        if (difference.isEmpty() && added.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(difference.orElse("") + ContentHash.of(folder, added));
    }

    /** Files that git neither tracks nor ignores, without what Python leaves behind by itself. */
    private List<Path> added() {
        var names = git.bytes("ls-files", "--others", "--exclude-standard", "-z", "--", ".");
        var files = new ArrayList<Path>();
        Arrays.stream(new String(names, StandardCharsets.UTF_8).split("\0"))
                .filter(name -> !name.isEmpty() && !isByProduct(name))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .forEach(files::add);
        checkSize(files);
        return files;
    }

    private static boolean isByProduct(String name) {
        return name.endsWith(".pyc") || ("/" + name).contains("/__pycache__/");
    }

    private void checkSize(List<Path> files) {
        long bytes = 0;
        for (var file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw CodeFingerprint.unreadable(file, e);
            }
        }
        if (bytes > MOST_NEW_BYTES) {
            throw new InputException(
                    "%s holds more than 1 GiB that git neither tracks nor ignores: list the code's files in sources, or let .gitignore name the data"
                            .formatted(folder));
        }
    }
}
