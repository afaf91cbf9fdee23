// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;
import org.penumbra.runs.branch.Lineage;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.trash.Trash;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code penumbra rm}. */
@Command(
        name = "rm",
        header = "Remove runs to the trash, have them back, or delete them.",
        description = {
            "",
            "Removed runs lie in the hidden folder .trash of their runs folder until it is emptied."
                    + " A run that is at work or waits in the queue is not removed.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra rm 'MedNeRF/*' --dry-run",
            "  penumbra rm MedNeRF/seed=1",
            "  penumbra rm --restore MedNeRF/seed=1",
            "  penumbra rm --empty-trash --older-than 30"
        })
public final class RmCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private TargetOptions targets;

    @Option(names = "--purge", description = "Delete the runs for good.")
    private boolean purge;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dry;

    @Option(
            names = "--restore",
            paramLabel = "NAME",
            description = "Put a removed run back: its name in the trash, or its own if unique.")
    private String restored;

    @Option(names = "--empty-trash", description = "Delete removed runs for good.")
    private boolean emptying;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "With --empty-trash: only what was removed so many days ago.")
    private Double days;

    /** A command that prints there. */
    public RmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        if (restored != null) {
            restore();
        } else if (emptying) {
            empty();
        } else {
            remove(targets.folders());
        }
        return ExitCode.DONE;
    }

    private void check() {
        long wishes =
                Stream.of(restored != null, emptying, !targets.none()).filter(wish -> wish).count();
        if (wishes > 1) {
            throw new InputException("Name runs, or --restore, or --empty-trash, not several");
        }
        if (days != null && (!emptying || !(days >= 0 && days < 1e6))) {
            throw new InputException("--older-than takes days and goes with --empty-trash");
        }
        if (purge && (restored != null || emptying)) {
            throw new InputException("--purge goes with names of runs only");
        }
    }

    private void restore() {
        var trash = Trash.of(targets.folder());
        var place = dry ? trash.place(restored) : trash.restore(restored);
        console.line((dry ? "would put back " : "put back ") + place);
    }

    private void empty() {
        var trash = Trash.of(targets.folder());
        var before =
                days == null
                        ? Instant.MAX
                        : Instant.now().minus(Duration.ofSeconds(Math.round(86_400 * days)));
        var gone = dry ? trash.before(before) : trash.empty(before);
        gone.forEach(entry -> console.line((dry ? "would delete " : "deleted ") + entry.name()));
        if (gone.isEmpty()) {
            console.note("Nothing to delete");
        }
    }

    /** All are checked before the first one goes. */
    private void remove(List<Path> runs) {
        runs.forEach(run -> trashOf(run).check(run));
        warn(runs);
        for (var run : runs) {
            if (dry) {
                console.line((purge ? "would delete " : "would remove ") + run);
            } else {
                remove(run);
            }
        }
    }

    private static Trash trashOf(Path run) {
        return Trash.of(absolute(run).getParent());
    }

    private void remove(Path run) {
        var trash = trashOf(run);
        var gone = trash.put(run);
        if (purge) {
            trash.delete(gone);
            console.line("deleted " + run);
        } else {
            console.line("removed " + run);
            console.note(
                    "`penumbra rm --restore %s --runs %s` puts it back"
                            .formatted(gone.name(), absolute(run).getParent()));
        }
    }

    private void warn(List<Path> runs) {
        var going = runs.stream().map(RmCommand::absolute).collect(Collectors.toSet());
        going.stream()
                .map(Path::getParent)
                .distinct()
                .map(RunsFolder::read)
                .flatMap(
                        all ->
                                Lineage.bereaved(all, run -> going.contains(absolute(run.path())))
                                        .stream())
                .forEach(this::warn);
    }

    private void warn(RunFolder child) {
        console.warn(
                ("%s was branched from a run that is removed: it keeps its own checkpoints, but not"
                                + " the curves before them")
                        .formatted(child.description().name()));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
