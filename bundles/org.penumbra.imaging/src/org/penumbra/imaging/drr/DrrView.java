// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

/**
 * One displayed X-ray image of an orbit.
 *
 * @param key the instance and the place on its orbit
 * @param azimuthDegrees the source's azimuth on the horizontal circle
 * @param pixels grey values in [0, 1], {@code [height, width]} row by row from the top; not copied,
 *     so do not write into it
 */
public record DrrView(ViewKey key, double azimuthDegrees, float[] pixels) {}
