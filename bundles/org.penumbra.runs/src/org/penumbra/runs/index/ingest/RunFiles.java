// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.index.logs.LogFile;
import org.penumbra.runs.index.logs.Stamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of a run folder that the index looks at, without their content.
 *
 * @param folder the run folder
 * @param facts stamps of the small files as one text
 * @param logs the event files in the order of the attempts
 */
public record RunFiles(Path folder, String facts, List<LogFile> logs) {
    private static final String RUN = "run.json";
    private static final Pattern ATTEMPT = Pattern.compile("\\d{3,8}");
    private static final Comparator<Path> FILES = Comparator.naturalOrder();
    private static final Comparator<Path> ATTEMPTS =
            Comparator.<Path>comparingInt(path -> Integer.parseInt(path.getFileName().toString()))
                    .thenComparing(FILES);
    private static final List<String> SMALL =
            List.of(RUN, "status.json", "results.json", Annotated.FILE);

    /**
     * Looks at a folder.
     *
     * @return nothing when it is no run folder
     * @throws IOException when it cannot be looked at
     */
    public static Optional<RunFiles> of(Path folder) throws IOException {
        if (stamp(folder.resolve(RUN)).isEmpty()) {
            return Optional.empty();
        }
        var facts = new StringBuilder();
        for (var name : SMALL) {
            facts.append(stamp(folder.resolve(name)).map(Stamp::toString).orElse("-")).append('|');
        }
        return Optional.of(new RunFiles(folder, facts.toString(), logs(folder)));
    }

    /** The stamps of the event files as one text. */
    public String logStamps() {
        return logs.stream()
                .map(log -> log.name() + " " + log.stamp())
                .collect(Collectors.joining("|"));
    }

    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(Stamp.of(attributes))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Below a file instead of a folder there is nothing either.
            if (Files.isDirectory(file.getParent())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static List<LogFile> logs(Path folder) throws IOException {
        var logs = new ArrayList<LogFile>();
        for (var attempt : entries(folder.resolve("attempts"), RunFiles::isAttempt, ATTEMPTS)) {
            for (var file : entries(attempt, EventLog::isEventFile, FILES)) {
                var found = stamp(file);
                var name = "attempts/" + attempt.getFileName() + "/" + file.getFileName();
                found.ifPresent(stamp -> logs.add(new LogFile(file, name, stamp)));
            }
        }
        return logs;
    }

    private static boolean isAttempt(Path folder) {
        return ATTEMPT.matcher(folder.getFileName().toString()).matches();
    }

    private static List<Path> entries(Path folder, Predicate<Path> wanted, Comparator<Path> order)
            throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(wanted).sorted(order).toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
