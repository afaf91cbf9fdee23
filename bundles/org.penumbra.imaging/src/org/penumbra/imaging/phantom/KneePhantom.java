// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A knee about as in MedNeRF's data: x to the side, y to the front, z up the thigh, the joint space
 * at the isocentre. Attenuations are those of tissue at about 60 keV: fat 0.0185/mm, muscle 0.021,
 * trabecular bone 0.03, cortical bone 0.055.
 */
final class KneePhantom {
    private static final double FAT = 0.0175;
    private static final double MUSCLE = 0.0035;
    private static final double CORTICAL = 0.034;
    private static final double TRABECULAR = 0.009;
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
        knee.softTissue();
        knee.femur();
        knee.tibia();
        knee.fibula();
        knee.patella();
        double scale = anatomy.factor("size", 0.07);
        return knee.body.build(anatomy.phantom(), scale, anatomy.offset("torsion", 8));
    }

    private void softTissue() {
        double fat = anatomy.factor("fat", 0.06);
        body.add(0, -8, 95, 60 * fat, 66 * fat, 330, FAT);
        body.add(0, -8, 95, 56, 60, 320, MUSCLE);
        body.add(0, 22, 100, 42, 26, 85, MUSCLE);
        body.add(20, -38, 95, 22, 20, 90, MUSCLE);
        body.add(-20, -38, 95, 22, 20, 90, MUSCLE);
        body.add(16, -34, -95, 22, 20, 85, MUSCLE);
        body.add(-16, -34, -95, 22, 20, 85, MUSCLE);
        // Fat behind the joint and below the kneecap, then the tendons above and below it.
        body.add(0, -44, 4, 24, 12, 34, -0.8 * MUSCLE);
        body.add(0, 30, -12, 20, 9, 16, -0.8 * MUSCLE);
        body.add(0, 44, 62, 14, 3.5, 26, MUSCLE);
        body.add(0, 40, -22, 12, 2.8, 28, MUSCLE);
    }

    private void femur() {
        double shaft = anatomy.factor("femur shaft", 0.08);
        bone(0, 2, 150, 15.5 * shaft, 15 * shaft, 142, 5, MARROW);
        bone(0, 0, 36, 24, 18, 30, 1.2, TRABECULAR / 2);
        double condyle = anatomy.factor("condyles", 0.06);
        for (int at : new int[] {-1, 1}) {
            double high = at * side > 0 ? 18 : 17;
            bone(at * 19.5, -4, high + 2, 18.5 * condyle, 30 * condyle, 21, 1.4, TRABECULAR);
            bone(at * 19, -18, high - 1, 14.5 * condyle, 19 * condyle, 17, 1, TRABECULAR / 3);
        }
        body.add(0, -20, 8, 6, 18, 17, -TRABECULAR);
        body.add(0, -2, 33, 33, 22, 0.9, 0.6 * CORTICAL);
        trabeculae("femur", new Ellipsoid(0, -6, 20, 36, 28, 20, 0, 0.3 * CORTICAL));
    }

    private void tibia() {
        double shaft = anatomy.factor("tibia shaft", 0.08);
        double plateau = anatomy.factor("plateau", 0.05);
        bone(0, -2, -18, 37 * plateau, 24 * plateau, 11, 1.3, TRABECULAR);
        bone(0, -1, -34, 29, 20, 30, 1.2, TRABECULAR / 2);
        bone(0, 2, -145, 13.5 * shaft, 15.5 * shaft, 118, 4.5, MARROW);
        body.add(0, 17, -42, 8, 6, 13, 0.5 * CORTICAL);
        body.add(5, -3, -6, 3, 8, 5, 0.6 * CORTICAL);
        body.add(-5, -3, -6, 3, 8, 4, 0.6 * CORTICAL);
        body.add(18, -2, -8.5, 16, 18, 1.1, 0.7 * CORTICAL);
        body.add(-18, -2, -8.5, 16, 18, 1.1, 0.7 * CORTICAL);
        body.add(0, -2, -31, 30, 20, 0.8, 0.5 * CORTICAL);
        trabeculae("tibia", new Ellipsoid(0, -2, -26, 32, 20, 16, 0, 0.3 * CORTICAL));
    }

    private void fibula() {
        double x = side * 30 + anatomy.offset("fibula x", 2);
        bone(x, -19, -38, 9, 9, 13, 1.3, TRABECULAR);
        bone(side * 32, -18, -130, 6.2, 6.5, 98, 2.2, MARROW);
    }

    private void patella() {
        double y = 41 + anatomy.offset("patella y", 2);
        double z = 22 + anatomy.offset("patella z", 6);
        bone(0, y, z, 21, 10, 20, 1.6, TRABECULAR);
        trabeculae("patella", new Ellipsoid(0, y, z, 17, 7, 16, 0, 0.25 * CORTICAL));
        body.add(side * 14, -38, 24, 3.5, 3.5, 4.5, 0.6 * CORTICAL);
    }

    private void bone(
            double x, double y, double z, double a, double b, double c, double shell, double in) {
        body.bone(new Ellipsoid(x, y, z, a, b, c, 0, CORTICAL), shell * cortex, in);
    }

    private void trabeculae(String name, Ellipsoid region) {
        body.texture(anatomy.draws(name + " trabeculae"), region, 40, 1.2, 3.2);
    }
}
