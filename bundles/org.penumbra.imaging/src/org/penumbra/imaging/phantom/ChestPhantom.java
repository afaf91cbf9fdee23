// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A chest about as in MedNeRF's data: x to the body's left, y to the front, z to the head, the
 * middle of the lungs at the isocentre. Attenuations are those of tissue at about 60 keV: fat
 * 0.0185/mm, muscle 0.021, lung 0.005.
 */
final class ChestPhantom {
    private static final double FAT = 0.0175;
    private static final double MUSCLE = 0.0035;
    private static final double LUNG = -0.0165;
    private static final double CORTICAL = 0.034;
    private static final double TRABECULAR = 0.009;
    private static final int RIBS = 10;
    private static final int PIECES = 9;

    private final Anatomy anatomy;
    private final Body body = new Body();

    private ChestPhantom(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    static Phantom of(Anatomy anatomy) {
        var chest = new ChestPhantom(anatomy);
        chest.softTissue();
        chest.lungs();
        chest.heart();
        chest.spine();
        for (int rib = 0; rib < RIBS; rib++) {
            chest.rib(rib, 1);
            chest.rib(rib, -1);
        }
        chest.shoulders();
        double scale = anatomy.factor("size", 0.07);
        return chest.body.build(anatomy.phantom(), scale, anatomy.offset("turn", 5));
    }

    private void softTissue() {
        double fat = anatomy.factor("fat", 0.05);
        body.add(0, 0, -40, 150 * fat, 106 * fat, 260, FAT);
        body.add(0, 0, -40, 140, 96, 240, MUSCLE);
        body.add(-52, 6, -128, 72, 72, 52, MUSCLE);
        body.add(70, 62, 40, 50, 22, 50, MUSCLE);
        body.add(-70, 62, 40, 50, 22, 50, MUSCLE);
    }

    private void lungs() {
        double depth = anatomy.factor("lungs", 0.06);
        for (int side : new int[] {-1, 1}) {
            double low = side > 0 ? -4 : 2;
            body.add(side * 64, -4, low, 46, 70 * depth, 104, LUNG);
            // The dome of the diaphragm rises into the lung.
            body.add(side * 62, 2, low - 96, 40, 56, 34, -0.85 * LUNG);
            var region = new Ellipsoid(side * 56, -6, low, 40, 55, 85, 0, 0.011);
            body.texture(anatomy.draws("vessels " + side), region, 70, 1.6, 4.2);
            body.add(side * 26, -8, 10, 9, 10, 20, 0.008);
        }
        body.add(0, -18, 105, 8, 9, 55, LUNG);
    }

    private void heart() {
        double size = anatomy.factor("heart", 0.1);
        body.add(new Ellipsoid(26, 26, -36, 52 * size, 38 * size, 46 * size, 25, 0.009));
        body.add(new Ellipsoid(38, 24, -52, 40 * size, 30 * size, 34 * size, 25, 0.005));
        body.add(16, -2, 44, 14, 16, 34, 0.004);
        body.add(22, -42, -20, 12, 12, 110, 0.005);
    }

    private void spine() {
        for (int i = -7; i <= 7; i++) {
            double z = 21.5 * i + 4;
            double y = -58 - 6 * (1 - i * i / 49.0);
            body.bone(new Ellipsoid(0, y, z, 17, 14, 9.4, 0, CORTICAL), 1.2, TRABECULAR);
            body.bone(new Ellipsoid(0, y - 28, z - 7, 3.5, 13, 7, 0, CORTICAL), 1.2, TRABECULAR);
            body.add(18, y - 17, z, 14, 4, 4, 0.5 * CORTICAL);
            body.add(-18, y - 17, z, 14, 4, 4, 0.5 * CORTICAL);
        }
        body.bone(new Ellipsoid(0, 84, 14, 17, 5, 66, 0, CORTICAL), 1.2, TRABECULAR);
    }

    /** A chain of pieces from the spine around the lung, falling to the front. */
    private void rib(int rib, int side) {
        double top = 104 - 21.5 * rib + anatomy.offset("rib " + rib, 2);
        double wide = 112 * Math.sqrt(Math.max(0.35, 1 - square((rib - 6.5) / 9)));
        double deep = 0.72 * wide;
        for (int i = 0; i < PIECES; i++) {
            double angle = Math.toRadians(-82 + 150.0 * i / (PIECES - 1));
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double along = Math.toDegrees(StrictMath.atan2(deep * cos, -wide * sin));
            double x = side * wide * cos;
            double z = top - 5.5 * i;
            var piece = new Ellipsoid(x, deep * sin, z, 19, 3.6, 6, side * along, CORTICAL);
            body.bone(piece, 1.2, TRABECULAR);
        }
    }

    private void shoulders() {
        for (int side : new int[] {-1, 1}) {
            body.bone(new Ellipsoid(side * 60, 52, 118, 56, 5, 6, side * -18, CORTICAL), 1.5, 0.01);
            body.add(new Ellipsoid(side * 88, -74, 66, 36, 3, 52, side * 28, 0.6 * CORTICAL));
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
