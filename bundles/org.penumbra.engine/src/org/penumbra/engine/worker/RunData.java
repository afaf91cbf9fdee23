// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonObject;

import org.penumbra.engine.settings.DataSettings;
import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.projection.PhantomDrr;
import org.penumbra.io.InputException;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param views every view
 * @param split which of them are kept from training
 */
record RunData(DrrSet views, DrrSplit split) {
    /**
     * Reads or renders them and makes sure that they are what the run was planned with.
     *
     * @param data the spec's {@code data} object
     * @param path the folder of images, where the data are no phantom
     * @throws InputException where images are missing or others than planned
     */
    static RunData prepare(JsonObject data, Optional<Path> path) {
        var settings = DataSettings.read(data);
        var views = load(data, path);
        if (!views.fingerprint().equals(settings.fingerprint())) {
            throw new InputException(
                    "The images %s are not those that the run was planned with; plan it again."
                            .formatted(path.map(Path::toString).orElse("of the phantom")));
        }
        return new RunData(views, DrrSplit.of(settings.heldOut()));
    }

    /** Reads or renders them, whatever they are. */
    static DrrSet load(JsonObject data, Optional<Path> path) {
        var settings = DataSettings.read(data);
        return switch (settings.kind()) {
            case "phantom" ->
                    PhantomDrr.render(
                            settings.phantom(), settings.instanceCount(), settings.geometry());
            case "drr-folder" ->
                    DrrFolder.read(folder(path), settings.imageSize()).select(settings.instances());
            default ->
                    throw new InputException(
                            "The setting data/kind is '%s', but must be drr-folder or phantom."
                                    .formatted(settings.kind()));
        };
    }

    private static Path folder(Optional<Path> path) {
        return path.orElseThrow(
                () -> new InputException("The run names no folder of images; plan it again."));
    }

    DrrSet training() {
        return split.training(views);
    }
}
