// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A chest about as in MedNeRF's data: x to the body's right, y to the front, z to the head, the
 * middle of the lungs near the isocentre. Attenuations are those of tissue at about 60 keV: fat
 * 0.0185/mm, muscle 0.021, lung 0.005.
 */
final class ChestPhantom {
    private static final double FAT = 0.0185;
    private static final double MUSCLE = 0.0025;
    private static final double LUNG = -0.016;
    private static final double CORTICAL = 0.03;
    private static final double TRABECULAR = 0.0075;
    private static final int PIECES = 12;

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
        for (int rib = 0; rib < 10; rib++) {
            chest.rib(rib, 1);
            chest.rib(rib, -1);
        }
        chest.shoulders();
        double bottom = -112 + anatomy.offset("bottom", 6);
        double top = 118 + anatomy.offset("top", 6);
        return chest.body.build(anatomy, 0.06, 5, bottom, top);
    }

    private void softTissue() {
        double fat = anatomy.factor("fat", 0.05);
        body.add(0, 0, -60, 140 * fat, 102 * fat, 235, FAT);
        body.add(0, 0, -60, 130, 92, 220, MUSCLE);
        body.add(66, 66, 44, 46, 20, 46, MUSCLE);
        body.add(-66, 66, 44, 46, 20, 46, MUSCLE);
        // Stomach gas, and the great vessels of the neck.
        body.add(-48, 20, -98, 20, 18, 9, -0.013);
        body.add(14, 0, 100, 9, 10, 30, MUSCLE);
        body.add(-14, 0, 100, 9, 10, 30, MUSCLE);
    }

    /** The lungs reach below the body's cut; the dome of the diaphragm fills their lower ends. */
    private void lungs() {
        double depth = anatomy.factor("lungs", 0.06);
        for (int side : new int[] {-1, 1}) {
            double dome = (side > 0 ? -114 : -122) + anatomy.offset("dome " + side, 5);
            body.add(side * 60, -4, -22, 51, 73 * depth, 122, LUNG);
            body.add(side * 57, 2, dome, 44, 62 * depth, 56, -0.95 * LUNG);
            var region = new Ellipsoid(side * 54, -6, 0, 42, 58, 80, 0, 0.009);
            body.texture(anatomy.draws("vessels " + side), region, 90, 1.2, 3.6);
            body.add(side * 24, -8, 4, 9, 11, 20, 0.007);
        }
        body.add(0, -14, 100, 8, 9, 62, 0.9 * LUNG);
    }

    private void heart() {
        double size = anatomy.factor("heart", 0.1);
        body.add(new Ellipsoid(-24, 26, -34, 50 * size, 36 * size, 44 * size, -25, 0.007));
        body.add(new Ellipsoid(-40, 24, -44, 36 * size, 28 * size, 34 * size, -25, 0.006));
        body.add(-16, -2, 40, 15, 17, 32, 0.005);
        body.add(16, 8, 20, 12, 16, 52, 0.005);
        body.add(-20, -44, -20, 12, 12, 110, 0.006);
    }

    private void spine() {
        for (int i = -6; i <= 6; i++) {
            double z = 21 * i + 4;
            double y = -54 - 6 * (1 - i * i / 36.0);
            body.bone(new Ellipsoid(0, y, z, 17, 14, 9.3, 0, CORTICAL), 0.9, TRABECULAR);
            body.bone(new Ellipsoid(0, y - 26, z - 7, 3.5, 12, 7, 0, CORTICAL), 0.8, TRABECULAR);
            body.add(18, y - 16, z, 14, 4, 4, 0.3 * CORTICAL);
            body.add(-18, y - 16, z, 14, 4, 4, 0.3 * CORTICAL);
        }
        body.bone(new Ellipsoid(0, 80, 14, 17, 5, 66, 0, CORTICAL), 0.9, TRABECULAR);
    }

    /** A chain of overlapping pieces from the spine around the lung, falling to the front. */
    private void rib(int rib, int side) {
        double top = 112 - 21 * rib + anatomy.offset("rib " + rib, 2);
        double wide = 116 * Math.sqrt(Math.max(0.3, 1 - square((rib - 7) / 8.5)));
        double deep = 0.72 * wide;
        for (int i = 0; i < PIECES; i++) {
            double angle = Math.toRadians(-84 + 150.0 * i / (PIECES - 1));
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double along = Math.toDegrees(StrictMath.atan2(deep * cos, -wide * sin));
            double z = top - 4.2 * i - 0.12 * i * i;
            body.add(
                    new Ellipsoid(
                            side * wide * cos,
                            deep * sin,
                            z,
                            0.17 * wide,
                            3.2,
                            5.2,
                            side * along,
                            0.5 * CORTICAL));
        }
    }

    private void shoulders() {
        for (int side : new int[] {-1, 1}) {
            var collar = new Ellipsoid(side * 50, 40, 100, 42, 5, 6, side * -18, CORTICAL);
            body.bone(collar, 1.4, TRABECULAR);
            body.add(new Ellipsoid(side * 76, -68, 56, 30, 3, 46, side * 28, 0.4 * CORTICAL));
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
