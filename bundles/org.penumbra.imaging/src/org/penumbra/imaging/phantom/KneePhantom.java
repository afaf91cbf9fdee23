// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A knee about as in MedNeRF's data: x to the side, y to the front, z up the thigh, the joint space
 * near the isocentre. Attenuations are those of tissue at about 60 keV: fat 0.0185/mm, muscle
 * 0.021, trabecular bone 0.03, cortical bone 0.05.
 */
final class KneePhantom {
    private static final double MUSCLE = 0.0025;
    private static final double CORTICAL = 0.03;
    private static final double TRABECULAR = 0.0075;
    private static final double MARROW = -0.002;

    private final Anatomy anatomy;
    private final Body body = new Body();
    private final double cortex;
    private final int side;

    private KneePhantom(Anatomy anatomy) {
        this.anatomy = anatomy;
        cortex = anatomy.factor("cortex", 0.2);
        side = anatomy.side();
    }

    static Phantom of(Anatomy anatomy) {
        var knee = new KneePhantom(anatomy);
        knee.leg();
        knee.muscles();
        knee.femur();
        knee.tibia();
        knee.fibula();
        knee.patella();
        double bottom = -76 + anatomy.offset("bottom", 5);
        double top = 74 + anatomy.offset("top", 6);
        return knee.body.build(anatomy, 0.07, 8, bottom, top);
    }

    /** A column of soft tissue, and what thigh and calf add to it. */
    private void leg() {
        double thigh = anatomy.factor("thigh", 0.08);
        double calf = anatomy.factor("calf", 0.08);
        body.add(0, -10, 10, 53, 55, 420, 0.0185);
        body.add(0, -16, 125, 70 * thigh, 76 * thigh, 122, 0.0062);
        body.add(0, -28, -128, 58 * calf, 62 * calf, 110, 0.0062);
        body.add(0, 28, 22, 30, 22, 44, 0.0045);
    }

    private void muscles() {
        body.add(0, 16, 104, 38, 22, 80, MUSCLE);
        body.add(20, -40, 95, 19, 17, 82, MUSCLE);
        body.add(-20, -42, 92, 17, 16, 84, MUSCLE);
        body.add(16, -38, -92, 19, 17, 80, MUSCLE);
        body.add(-16, -40, -95, 18, 17, 84, MUSCLE);
        // Fat behind the joint and below the kneecap, then the tendons above and below it.
        body.add(0, -46, 4, 24, 10, 32, -1.3 * MUSCLE);
        body.add(0, 30, -12, 20, 9, 14, -1.5 * MUSCLE);
        body.add(0, 42, 60, 14, 3, 26, 2 * MUSCLE);
        body.add(0, 38, -22, 12, 2.5, 28, 2 * MUSCLE);
        body.add(6, -42, 0, 3.5, 3.5, 150, 0.6 * MUSCLE);
    }

    private void femur() {
        double shaft = anatomy.factor("femur shaft", 0.08);
        double condyle = anatomy.factor("condyles", 0.06);
        bone(0, 4, 150, 16 * shaft, 15 * shaft, 122, 4, MARROW);
        bone(0, 1, 58, 22, 16.5, 50, 0.9, 0.002);
        bone(0, -2, 38, 32, 20, 36, 0.7, 0.004);
        for (int at : new int[] {-1, 1}) {
            double high = at * side > 0 ? 18 : 16.5;
            double back = at * side > 0 ? -9 : -7;
            bone(at * 20, back, high, 18.5 * condyle, 28 * condyle, 20.5, 0.9, TRABECULAR);
            body.add(at * 20, back - 12, high - 2, 14, 15, 15, 0.004);
        }
        body.add(0, -22, 8, 6, 16, 15, -0.012);
        body.add(0, -4, 26, 9, 22, 1.2, 0.4 * CORTICAL);
        trabeculae("femur", new Ellipsoid(0, -6, 18, 37, 30, 22, 0, 0.008));
    }

    private void tibia() {
        double shaft = anatomy.factor("tibia shaft", 0.08);
        double plateau = anatomy.factor("plateau", 0.05);
        bone(0, -3, -21, 38 * plateau, 24 * plateau, 12.5, 0.9, TRABECULAR);
        bone(0, -2, -36, 31, 20, 25, 0.6, 0.004);
        bone(0, 1, -56, 22, 17, 42, 0.9, 0.002);
        bone(0, 3, -150, 14 * shaft, 15 * shaft, 108, 4, MARROW);
        body.add(0, 16, -42, 8, 6, 13, 0.4 * CORTICAL);
        body.add(5, -3, -8, 3, 8, 5, 0.4 * CORTICAL);
        body.add(-5, -3, -8, 3, 8, 4, 0.4 * CORTICAL);
        body.add(19, -3, -12.5, 15, 17, 1.6, 0.3 * CORTICAL);
        body.add(-19, -3, -12, 15, 17, 1.6, 0.3 * CORTICAL);
        body.add(0, -3, -33, 31, 20, 0.8, 0.12 * CORTICAL);
        trabeculae("tibia", new Ellipsoid(0, -3, -26, 34, 21, 17, 0, 0.008));
    }

    private void fibula() {
        double x = side * 31 + anatomy.offset("fibula x", 2);
        bone(x, -20, -37, 8.5, 9, 14, 1, TRABECULAR);
        bone(side * 32, -19, -135, 6.2, 6.5, 100, 2, MARROW);
    }

    private void patella() {
        double y = 41 + anatomy.offset("patella y", 2);
        double z = 22 + anatomy.offset("patella z", 6);
        bone(0, y, z, 21, 10, 20, 1.2, 1.4 * TRABECULAR);
        body.add(0, y - 6, z, 15, 3.5, 14, 0.006);
        trabeculae("patella", new Ellipsoid(0, y, z, 17, 7, 16, 0, 0.006));
        body.add(side * 14, -38, 24, 3.5, 3.5, 4.5, 0.5 * CORTICAL);
    }

    private void bone(
            double x, double y, double z, double a, double b, double c, double shell, double in) {
        body.bone(new Ellipsoid(x, y, z, a, b, c, 0, CORTICAL), shell * cortex, in);
    }

    private void trabeculae(String name, Ellipsoid region) {
        body.texture(anatomy.draws(name + " trabeculae"), region, 60, 1, 2.8);
    }
}
