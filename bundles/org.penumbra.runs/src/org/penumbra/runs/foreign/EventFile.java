// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A TensorBoard event file of another program.
 *
 * @param file where it is
 * @param name its path below the folder of all of them, with slashes
 * @param folder the folder below that one which it lies in; empty for that folder itself
 * @param time the time in its name, in seconds since 1970
 */
public record EventFile(Path file, String name, String folder, long time) {
    private static final Pattern NAME = Pattern.compile("(?:.*/)?[^/]*tfevents\\.(\\d{1,18})[^/]*");

    /**
     * The event files below a folder.
     *
     * @param folder none is as good as an empty one
     * @return by the time in their names
     */
    public static List<EventFile> below(Path folder) {
        return FileTree.of(folder).stream()
                .filter(entry -> NAME.matcher(entry.name()).matches())
                .map(entry -> of(entry.file(), entry.name()))
                .sorted(Comparator.comparingLong(EventFile::time).thenComparing(EventFile::name))
                .toList();
    }

    /** The deepest folder that holds all of some event files below a folder. */
    static Path common(Path folder, List<EventFile> files) {
        var parents = files.stream().map(one -> one.file().getParent()).distinct().toList();
        var common = parents.isEmpty() ? folder : parents.getFirst();
        while (!parents.stream().allMatch(isBelow(common))) {
            common = common.getParent();
        }
        return common;
    }

    private static Predicate<Path> isBelow(Path folder) {
        return path -> path.startsWith(folder);
    }

    private static EventFile of(Path file, String name) {
        var match = NAME.matcher(name);
        match.matches();
        var folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return new EventFile(file, name, folder, Long.parseLong(match.group(1)));
    }

    /** The tag of a curve: those of a folder below have its name before them. */
    String tag(String tag) {
        return folder.isEmpty() ? tag : folder + "/" + tag;
    }
}
