// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

import org.penumbra.io.InputException;

/** What the metrics share: two images of one size and sums over their pixels. */
final class Pair {
    private Pair() {}

    static void check(Image prediction, Image truth, int least) {
        if (prediction.height() != truth.height() || prediction.width() != truth.width()) {
            throw new InputException(
                    "an image of %d x %d cannot be compared with one of %d x %d; make them equal"
                            .formatted(
                                    prediction.height(),
                                    prediction.width(),
                                    truth.height(),
                                    truth.width()));
        }
        if (Math.min(truth.height(), truth.width()) < least) {
            throw new InputException(
                    "an image of %d x %d is too small for this metric; %d pixels a side are needed"
                            .formatted(truth.height(), truth.width(), least));
        }
    }
}
