// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.data;

import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param spec the data part of the run's spec, by content and without places
 * @param path where they lie on this machine; empty for phantoms
 * @param views every view
 * @param split which of them are kept from training
 */
public record RunData(JsonObject spec, Optional<Path> path, DrrSet views, DrrSplit split) {
    private static final String NONE = "none";

    /** No images: the run's program brings its own. */
    public static RunData none() {
        var spec = new JsonObject();
        spec.addProperty("kind", NONE);
        return new RunData(
                spec, Optional.empty(), new DrrSet(NONE, 0, List.of()), DrrSplit.preset(NONE));
    }

    /** The views that may be trained on. */
    public DrrSet training() {
        return split.training(views);
    }

    /** The views that are only predicted. */
    public DrrSet heldOut() {
        return split.heldOut(views);
    }
}
