// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.external.ExternalRun;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The images of a run for a program that reads files: 8-bit grey PNGs in MedNeRF's layout, written
 * into the run's work folder where the program needs them and they do not lie on the disk already.
 */
final class ProgramViews {
    private final RunFolder folder;
    private final Optional<RunData> data;

    /**
     * Reads the images and makes sure that they are what the run was planned with.
     *
     * @throws org.penumbra.io.InputException where they are missing or others
     */
    ProgramViews(RunFolder folder) {
        this.folder = folder;
        var run = folder.description();
        var spec = run.spec().getAsJsonObject("data");
        data =
                spec.get("kind").getAsString().equals("none")
                        ? Optional.empty()
                        : Optional.of(RunData.prepare(spec, run.dataPath()));
    }

    /** All views, for {@code ${data}}. */
    Optional<Path> all() {
        var path = folder.description().dataPath();
        return path.isPresent() || !isNeeded("data")
                ? path
                : data.map(images -> write("data", images.views()));
    }

    /** The training views alone, for {@code ${training}}. */
    Optional<Path> training() {
        return isNeeded("training")
                ? data.map(images -> write("training", images.training()))
                : Optional.empty();
    }

    private boolean isNeeded(String placeholder) {
        return ExternalRun.uses(folder.description(), placeholder);
    }

    private Path write(String name, DrrSet views) {
        var target = folder.path().toAbsolutePath().normalize().resolve("work").resolve(name);
        AtomicFolder.delete(target);
        AtomicFolder.create(
                target,
                temporary ->
                        views.views().forEach(view -> write(temporary, view, views.imageSize())));
        return target;
    }

    private static void write(Path folder, DrrView view, int size) {
        var name = "%s_xray%04d.png".formatted(view.key().instance(), view.key().index());
        GreyPng.write(folder.resolve(name), size, view.pixels());
    }
}
