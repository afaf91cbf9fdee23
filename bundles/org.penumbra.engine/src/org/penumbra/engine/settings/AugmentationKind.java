// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/** The copies of each patch that the discriminator sees (data-augmented GAN). */
public enum AugmentationKind {
    /** The patch alone. */
    NONE,
    /** The patch, flipped both ways, and turned by 90 degrees. */
    FLIPROT,
    /** The patch turned by 0, 90, 180 and 270 degrees. */
    ROTATION,
    /** The patch and its corners, enlarged. */
    CROPPING
}
