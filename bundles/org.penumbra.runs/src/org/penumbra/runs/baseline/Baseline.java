// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.baseline;

import org.penumbra.imaging.drr.DrrView;

/** A prediction from the training views alone. */
public sealed interface Baseline permits MeanImage, NearestView {

    /** How tables call it. */
    String name();

    /** The predicted image of a view, {@code [height, width]} in [0, 1]. */
    float[] predict(DrrView target);
}
