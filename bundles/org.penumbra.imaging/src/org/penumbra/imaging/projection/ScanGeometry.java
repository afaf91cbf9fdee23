// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.io.InputException;

/**
 * A cone beam on a horizontal circle around the z axis with a flat square detector facing the
 * source. The source of view v lies at azimuth {@code start + arc * v / views}, at the place of
 * GRAF's camera, with the image's columns growing to the camera's right and its rows downwards.
 *
 * @param dso distance from source to isocentre (the origin) in mm
 * @param dsd distance from source to detector in mm
 * @param detectorMm the detector's side in mm
 * @param pixels pixels along each side
 * @param startDegrees the first view's azimuth
 * @param arcDegrees the arc covered; the next view after the last would close it
 * @param views number of views
 */
public record ScanGeometry(
        double dso,
        double dsd,
        double detectorMm,
        int pixels,
        double startDegrees,
        double arcDegrees,
        int views) {
    private static final int MOST = 16384;

    /**
     * Checks the numbers.
     *
     * @throws InputException when they describe no scanner
     */
    public ScanGeometry {
        check(dso > 0 && dso < 1e6, "dso", dso, "a positive distance in mm");
        check(dsd > dso && dsd < 1e6, "dsd", dsd, "greater than dso, " + dso + " mm");
        check(detectorMm > 0 && detectorMm < 1e6, "detector size", detectorMm, "positive, in mm");
        check(pixels >= 1 && pixels <= MOST, "image size", pixels, "1 to " + MOST + " pixels");
        check(views >= 1 && views <= MOST, "views", views, "1 to " + MOST);
        check(Double.isFinite(startDegrees), "start angle", startDegrees, "a number in degrees");
        check(Math.abs(arcDegrees) <= 360, "arc", arcDegrees, "-360 to 360 degrees");
    }

    private static void check(boolean good, String name, Number value, String expected) {
        if (!good) {
            throw new InputException(
                    "the scan geometry's %s is %s; it must be %s".formatted(name, value, expected));
        }
    }

    /** MedNeRF's knee scanner: DSO 570 mm, DSD 1040 mm, 350 mm detector, 72 views over 360°. */
    public static ScanGeometry mednerfKnee(int pixels) {
        return new ScanGeometry(570, 1040, 350, pixels, 0, 360, 72);
    }

    /** MedNeRF's chest scanner: DSO 541 mm, DSD 949 mm, 500 mm detector, 72 views over 360°. */
    public static ScanGeometry mednerfChest(int pixels) {
        return new ScanGeometry(541, 949, 500, pixels, 0, 360, 72);
    }

    /** The azimuth of a view in degrees. */
    public double azimuthDegrees(int view) {
        return startDegrees + arcDegrees * view / views;
    }
}
