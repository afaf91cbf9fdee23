// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/**
 * Sizes of the conditional radiance field (seed GRAF: 128 + 128 codes, 10 and 4 frequencies, 8
 * layers of 256, skip after layer 4).
 *
 * @param shapeCode length of the shape code
 * @param appearanceCode length of the appearance code
 * @param positionFrequencies octaves of the position encoding
 * @param directionFrequencies octaves of the view direction encoding
 * @param layers fully connected layers of the trunk
 * @param width their width
 * @param skipAfter the layer, from 0, after which the input joins again
 */
public record FieldSettings(
        int shapeCode,
        int appearanceCode,
        int positionFrequencies,
        int directionFrequencies,
        int layers,
        int width,
        int skipAfter) {
    static FieldSettings read(SettingsNode node) {
        return new FieldSettings(
                node.integer("shapeCode", 1),
                node.integer("appearanceCode", 1),
                node.integer("positionFrequencies", 0),
                node.integer("directionFrequencies", 0),
                node.integer("layers", 1),
                node.integer("width", 2),
                node.integer("skipAfter", 0));
    }

    /** Length of the whole latent code: shape, then appearance. */
    public int code() {
        return shapeCode + appearanceCode;
    }
}
