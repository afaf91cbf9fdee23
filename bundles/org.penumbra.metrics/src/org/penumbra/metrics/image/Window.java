// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

import java.util.stream.IntStream;

/**
 * A separable averaging window.
 *
 * @param weights the window along one axis; they add up to 1
 * @param covariance what window moments are multiplied by to give variances and covariances
 */
record Window(double[] weights, double covariance) {

    /** Weights of a normal distribution; population covariance. */
    static Window gaussian(int size, double sigma) {
        var weights =
                IntStream.range(0, size)
                        .mapToDouble(i -> i - (size - 1) / 2.0)
                        .map(x -> Math.exp(-x * x / (2 * sigma * sigma)))
                        .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return new Window(weights, 1);
    }

    /** Equal weights; sample covariance over the n = size² pixels: n / (n - 1). */
    static Window uniform(int size) {
        var weights = IntStream.range(0, size).mapToDouble(i -> 1.0 / size).toArray();
        return new Window(weights, size * size / (size * size - 1.0));
    }

    int size() {
        return weights.length;
    }

    /** Averages where the whole window lies inside: each side shrinks by {@code size - 1}. */
    Plane average(Plane plane) {
        int height = plane.height() - size() + 1;
        int width = plane.width() - size() + 1;
        var columns = new double[height * plane.width()];
        add(plane.values(), columns, height * plane.width(), plane.width());
        var result = new double[height * width];
        for (int row = 0; row < height; row++) {
            for (int k = 0; k < size(); k++) {
                addRow(columns, row * plane.width() + k, result, row * width, width, weights[k]);
            }
        }
        return new Plane(height, width, result);
    }

    /** Adds up shifted rows: {@code to[i] += sum over k of weights[k] from[i + k stride]}. */
    private void add(double[] from, double[] to, int length, int stride) {
        for (int k = 0; k < size(); k++) {
            addRow(from, k * stride, to, 0, length, weights[k]);
        }
    }

    private static void addRow(
            double[] from, int start, double[] to, int at, int length, double weight) {
        for (int i = 0; i < length; i++) {
            to[at + i] += weight * from[start + i];
        }
    }
}
