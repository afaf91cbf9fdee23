// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

import org.penumbra.imaging.drr.ViewKey;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A training that goes step by step and can stop and go on anywhere: the state after {@link
 * #restore} is, bit for bit, the state that {@link #save} met.
 */
public interface Trainer extends AutoCloseable {
    /** What it does now, such as {@code adversarial}. */
    String phase();

    /** Steps done, over all phases. */
    long step();

    /** Steps there are at most, over all phases. */
    long steps();

    /** Whether nothing is left to do; may be true before {@link #steps} are done. */
    boolean finished();

    /** Does the next step. Returns the scalars to record for it, by tag. */
    Map<String, Double> advance();

    /** The views of one instance that the method is fitted to, one at least. */
    List<ViewKey> fittedViews();

    /**
     * The fitted instance seen from an azimuth.
     *
     * @param azimuth degrees, as the data count them
     * @param size pixels along a side
     * @return grey values in [0, 1], rows first: {@code [size * size]}
     */
    float[] render(double azimuth, int size);

    /** Writes the whole state into an empty folder. */
    void save(Path folder);

    /** Takes the whole state from a folder that {@link #save} wrote. */
    void restore(Path folder);

    /** Frees the memory of the arrays. */
    @Override
    void close();
}
