// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.field;

import org.penumbra.io.InputException;

/**
 * The sizes of a conditional field.
 *
 * @param shapeCode numbers of the code that the density sees (published: 128)
 * @param appearanceCode numbers of the code that only the colour sees (published: 128)
 * @param positionFrequencies octaves of the position's encoding (published: 10)
 * @param directionFrequencies octaves of the direction's encoding (published: 4)
 * @param layers fully connected layers of the trunk (published: 8)
 * @param width their width (published: 256)
 * @param skipAfter the layer, counted from 0, after which the input joins again (published: 4);
 *     negative, or not below the last layer: never
 */
public record FieldShape(
        int shapeCode,
        int appearanceCode,
        int positionFrequencies,
        int directionFrequencies,
        int layers,
        int width,
        int skipAfter) {
    /** Refuses sizes that make no network. */
    public FieldShape {
        if (layers < 1 || width < 2 || shapeCode < 1 || appearanceCode < 1) {
            throw new InputException(
                    "A field needs layers >= 1, width >= 2 and codes >= 1, but has layers "
                            + layers
                            + ", width "
                            + width
                            + ", codes "
                            + shapeCode
                            + " and "
                            + appearanceCode
                            + ".");
        }
        if (positionFrequencies < 0 || directionFrequencies < 0) {
            throw new InputException("The frequencies of a field's encodings cannot be negative.");
        }
    }

    /**
     * The sizes of MedNeRF and UMedNeRF.
     *
     * @return the published sizes
     */
    public static FieldShape published() {
        return new FieldShape(128, 128, 10, 4, 8, 256, 4);
    }

    /**
     * Length of the whole code z: shape first, then appearance.
     *
     * @return numbers per image
     */
    public int code() {
        return shapeCode + appearanceCode;
    }

    /**
     * Width of the encoded position: raw xyz, then sine and cosine of each octave.
     *
     * @return 3 + 6 · positionFrequencies
     */
    public int position() {
        return 3 + 6 * positionFrequencies;
    }

    /**
     * Width of the encoded direction.
     *
     * @return 3 + 6 · directionFrequencies
     */
    public int direction() {
        return 3 + 6 * directionFrequencies;
    }

    /**
     * Width of the colour branch.
     *
     * @return half the trunk's width
     */
    public int colourWidth() {
        return width / 2;
    }

    /**
     * Input width of a trunk layer.
     *
     * @param layer counted from 0
     * @return its number of inputs
     */
    public int inputs(int layer) {
        if (layer == 0) {
            return position() + shapeCode;
        }
        return layer == skipAfter + 1 ? position() + shapeCode + width : width;
    }
}
