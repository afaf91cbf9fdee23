// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/**
 * Where cameras may stand: on a sphere around the origin, looking at it. Lengths in scene units,
 * angles in degrees.
 *
 * @param radiusMin least distance
 * @param radiusMax largest distance
 * @param near nearest depth at the largest distance
 * @param far farthest depth at the largest distance
 * @param fieldOfView full angle across the image
 * @param azimuthMin least azimuth
 * @param azimuthMax largest azimuth
 * @param polarMin least polar angle from the z axis
 * @param polarMax largest polar angle from the z axis
 */
public record CameraSettings(
        double radiusMin,
        double radiusMax,
        double near,
        double far,
        double fieldOfView,
        double azimuthMin,
        double azimuthMax,
        double polarMin,
        double polarMax) {
    static CameraSettings read(SettingsNode node) {
        return new CameraSettings(
                node.notNegative("radiusMin"),
                node.notNegative("radiusMax"),
                node.notNegative("near"),
                node.notNegative("far"),
                node.notNegative("fieldOfView"),
                node.real("azimuthMin"),
                node.real("azimuthMax"),
                node.notNegative("polarMin"),
                node.notNegative("polarMax"));
    }
}
