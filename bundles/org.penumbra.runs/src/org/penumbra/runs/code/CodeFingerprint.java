// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import org.penumbra.io.InputException;
import org.penumbra.model.external.Glob;
import org.penumbra.model.external.InnerPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a folder of code is, by content.
 *
 * <p>With a list of source patterns: the SHA-256 of the names and contents of the files that fit.
 * Without one, git answers, which is exact and takes milliseconds: the id of the tree that is
 * checked out in the folder, and where tracked files differ from it or new ones are there, the
 * SHA-256 of these changes. A tree's id depends on nothing but names and contents in that folder,
 * so commits elsewhere in the repository change no identity. Not seen is what git is told to
 * ignore, and whatever the program reads from outside the folder: installed packages, the
 * interpreter.
 */
public final class CodeFingerprint {
    private static final int DEEPEST = 32;

    private CodeFingerprint() {}

    /**
     * The fingerprint of a folder.
     *
     * @param folder the folder of the code
     * @param sources patterns of files below it; empty takes git's answer
     * @throws InputException when a pattern fits no file, or git knows nothing of the folder
     */
    public static String of(Path folder, List<String> sources) {
        return sources.isEmpty() ? GitTree.fingerprint(folder) : listed(folder, sources);
    }

    /** The commit that is checked out in a folder, for the record; empty where git knows none. */
    public static Optional<String> commit(Path folder) {
        return new GitCommand(folder).line("rev-parse", "HEAD");
    }

    private static String listed(Path folder, List<String> sources) {
        var files = new ArrayList<Path>();
        for (var source : sources) {
            var found = matching(folder, source);
            if (found.isEmpty()) {
                throw new InputException(
                        "No file below %s fits the source pattern %s: correct sources or the working folder"
                                .formatted(folder, source));
            }
            files.addAll(found);
        }
        return "files:sha256:" + ContentHash.of(folder, files);
    }

    private static List<Path> matching(Path folder, String source) {
        var pattern = Glob.of(InnerPath.of(source));
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder,
                    Set.of(),
                    DEEPEST,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                            if (pattern.matcher(ContentHash.name(folder, file)).matches()) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return found;
    }

    static InputException unreadable(Path place, IOException cause) {
        return new InputException(
                "The code in %s cannot be read (%s): correct its permissions"
                        .formatted(place, cause.getMessage()),
                new UncheckedIOException(cause));
    }
}
