// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A knee about as in MedNeRF's data: x to the side, y to the front, z up the thigh, the joint space
 * near the isocentre. Attenuations are those of tissue at about 60 keV: fat 0.0185/mm, muscle
 * 0.021, trabecular bone 0.03, cortical bone 0.055.
 */
final class KneePhantom {
    private static final double MUSCLE = 0.0025;
    private static final double CORTICAL = 0.036;
    private static final double TRABECULAR = 0.0095;
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

    private void leg() {
        double fat = anatomy.factor("fat", 0.05);
        double round = anatomy.factor("round", 0.07);
        body.add(0, -14, 110, 64 * fat * round, 70 * fat, 300, 0.0175);
        body.add(0, -15, 110, 58 * round, 63, 290, 0.0035);
        body.add(0, -26, -95, 44, 42, 62, MUSCLE);
    }

    private void muscles() {
        body.add(0, 16, 104, 38, 22, 80, MUSCLE);
        body.add(22, -44, 95, 19, 17, 82, MUSCLE);
        body.add(-22, -46, 92, 17, 16, 84, MUSCLE);
        body.add(18, -42, -92, 19, 17, 80, MUSCLE);
        body.add(-18, -44, -95, 18, 17, 84, MUSCLE);
        // Fat behind the joint and below the kneecap, then tendons and vessels.
        body.add(0, -48, 4, 24, 10, 32, -1.3 * MUSCLE);
        body.add(0, 30, -12, 20, 9, 14, -1.5 * MUSCLE);
        body.add(0, 42, 60, 14, 3, 26, 2 * MUSCLE);
        body.add(0, 38, -22, 12, 2.5, 28, 2 * MUSCLE);
        body.add(6, -46, 0, 3.5, 3.5, 150, MUSCLE);
    }

    private void femur() {
        double shaft = anatomy.factor("femur shaft", 0.08);
        loft(
                1.5,
                CORTICAL,
                new double[][] {
                    {16, 0, 0, 24, 16, 0.8, TRABECULAR},
                    {26, 0, -2, 36, 24, 1.2, TRABECULAR},
                    {38, 0, -1, 33, 22, 1.3, 0.8 * TRABECULAR},
                    {52, 0, 1, 24, 18, 2, 0.3 * TRABECULAR},
                    {68, 0, 3, 18 * shaft, 16 * shaft, 3.6, MARROW},
                    {110, 0, 4, 16 * shaft, 15.5 * shaft, 4.8, MARROW},
                });
        condyle(1);
        condyle(-1);
        body.add(0, -10, 16, 9, 16, 1.6, 0.15 * CORTICAL);
        trabeculae("femur", new Ellipsoid(0, -6, 18, 37, 30, 22, 0, 0.008));
    }

    /** The inner condyle reaches lower and further back than the outer one. */
    private void condyle(int at) {
        double size = anatomy.factor("condyles", 0.06);
        double x = at * 19.5 * size;
        double low = at * side > 0 ? -3.5 : -2;
        double back = at * side > 0 ? -9 : -12;
        loft(
                1.5,
                0.9 * CORTICAL,
                new double[][] {
                    {low + 2, x, back + 4, 13, 21 * size, 1.3, TRABECULAR},
                    {low + 7, x, back, 17 * size, 28 * size, 1.3, TRABECULAR},
                    {low + 16, x, back - 1, 18 * size, 30 * size, 1.3, TRABECULAR},
                    {low + 25, x, back - 4, 15 * size, 25 * size, 1.2, 0.7 * TRABECULAR},
                    {low + 32, x, back - 3, 9, 14, 1, 0.3 * TRABECULAR},
                });
    }

    private void tibia() {
        double shaft = anatomy.factor("tibia shaft", 0.08);
        double plateau = anatomy.factor("plateau", 0.05);
        loft(
                1.5,
                CORTICAL,
                new double[][] {
                    {-110, 0, 3, 14 * shaft, 15 * shaft, 4.8, MARROW},
                    {-70, 0, 2, 17 * shaft, 17 * shaft, 3.4, MARROW},
                    {-52, 0, 0, 22, 19, 2, 0.3 * TRABECULAR},
                    {-36, 0, -2, 31, 22, 1.3, 0.8 * TRABECULAR},
                    {-22, 0, -3, 39 * plateau, 26 * plateau, 1.3, TRABECULAR},
                    {-14, 0, -3, 37 * plateau, 24 * plateau, 1.3, TRABECULAR},
                });
        body.add(0, 17, -42, 8, 6, 13, 0.25 * CORTICAL);
        body.add(5, -3, -8, 3, 8, 5, 0.4 * CORTICAL);
        body.add(-5, -3, -8, 3, 8, 4, 0.4 * CORTICAL);
        body.add(19, -3, -11, 16, 19, 1.8, 0.28 * CORTICAL);
        body.add(-19, -3, -10.5, 16, 19, 1.8, 0.28 * CORTICAL);
        body.add(0, -3, -33, 30, 20, 0.9, 0.15 * CORTICAL);
        trabeculae("tibia", new Ellipsoid(0, -3, -26, 34, 21, 17, 0, 0.008));
    }

    private void fibula() {
        double x = side * 31 + anatomy.offset("fibula x", 2);
        loft(
                1.5,
                CORTICAL,
                new double[][] {
                    {-110, x, -18, 6.5, 7, 2.2, MARROW},
                    {-58, x, -19, 6, 6.5, 2, MARROW},
                    {-42, x, -20, 9, 9.5, 1.2, TRABECULAR},
                    {-30, x, -20, 8, 8, 1.2, TRABECULAR},
                });
    }

    private void patella() {
        double y = 43 + anatomy.offset("patella y", 2);
        double z = 24 + anatomy.offset("patella z", 6);
        loft(
                1.5,
                CORTICAL,
                new double[][] {
                    {z - 17, 0, y + 1, 10, 6, 1.2, 1.4 * TRABECULAR},
                    {z - 4, 0, y, 21, 10, 1.4, 1.4 * TRABECULAR},
                    {z + 8, 0, y - 1, 22, 11, 1.4, 1.4 * TRABECULAR},
                    {z + 16, 0, y - 1, 17, 9, 1.4, 1.4 * TRABECULAR},
                });
        trabeculae("patella", new Ellipsoid(0, y, z, 17, 7, 16, 0, 0.006));
        body.add(side * 14, -40, 24, 3.5, 3.5, 4.5, 0.5 * CORTICAL);
    }

    /** The shells of one person's bones are thicker or thinner together. */
    private void loft(double step, double attenuation, double[][] sections) {
        for (var section : sections) {
            section[5] *= cortex;
        }
        new Loft(step, sections).addTo(body, attenuation);
    }

    private void trabeculae(String name, Ellipsoid region) {
        body.texture(anatomy.draws(name + " trabeculae"), region, 60, 1, 2.8);
    }
}
