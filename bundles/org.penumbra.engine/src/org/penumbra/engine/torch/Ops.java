// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Arithmetic that is safe to differentiate. DJL's overloads that take a {@code Number} keep the
 * scalar in a Java buffer which the garbage collector may free before the backward pass; here a
 * scalar is always an array that libtorch owns. A result attaches to the manager of the first
 * argument: put the step's array first, the long-lived weight second.
 */
public final class Ops {
    private Ops() {}

    /**
     * A scalar that libtorch owns.
     *
     * @param manager where it lives
     * @param value its value, rounded to float
     * @return an array of shape []
     */
    public static NDArray scalar(NDManager manager, double value) {
        return manager.full(new Shape(), (float) value, DataType.FLOAT32);
    }

    /**
     * Copies Java numbers into an array that libtorch owns.
     *
     * @param manager where it lives
     * @param data row-major values
     * @param shape the array's shape
     * @return the array
     */
    public static NDArray array(NDManager manager, float[] data, long... shape) {
        try (var borrowed = manager.create(data, new Shape(shape))) {
            return borrowed.duplicate();
        }
    }

    /**
     * As {@link #array(NDManager, float[], long...)}, for indices.
     *
     * @param manager where it lives
     * @param data row-major values
     * @param shape the array's shape
     * @return the array, 64-bit integers
     */
    public static NDArray array(NDManager manager, long[] data, long... shape) {
        try (var borrowed = manager.create(data, new Shape(shape))) {
            return borrowed.duplicate();
        }
    }

    /**
     * x · factor.
     *
     * @param x any array
     * @param factor the factor
     * @return an array of the same shape
     */
    public static NDArray scale(NDArray x, double factor) {
        return x.mul(scalar(x.getManager(), factor));
    }

    /**
     * x + term.
     *
     * @param x any array
     * @param term the term
     * @return an array of the same shape
     */
    public static NDArray add(NDArray x, double term) {
        return x.add(scalar(x.getManager(), term));
    }

    /**
     * value − x.
     *
     * @param value the minuend
     * @param x any array
     * @return an array of the same shape
     */
    public static NDArray from(double value, NDArray x) {
        return add(x.neg(), value);
    }

    /**
     * value / x.
     *
     * @param value the numerator
     * @param x any array without zeros
     * @return an array of the same shape
     */
    public static NDArray over(double value, NDArray x) {
        return scalar(x.getManager(), value).div(x);
    }

    /**
     * x · x.
     *
     * @param x any array
     * @return an array of the same shape
     */
    public static NDArray square(NDArray x) {
        return x.mul(x);
    }

    /**
     * max(x, 0).
     *
     * @param x any array
     * @return an array of the same shape
     */
    public static NDArray relu(NDArray x) {
        return JniUtils.relu((PtNDArray) x);
    }

    /**
     * x where positive, else slope · x.
     *
     * @param x any array
     * @param slope the factor below zero
     * @return an array of the same shape
     */
    public static NDArray leakyRelu(NDArray x, double slope) {
        return JniUtils.leakyRelu((PtNDArray) x, slope);
    }

    /**
     * 1 / (1 + exp(−x)).
     *
     * @param x any array
     * @return an array of the same shape
     */
    public static NDArray sigmoid(NDArray x) {
        return JniUtils.sigmoid((PtNDArray) x);
    }

    /**
     * The elementwise greater of x and a constant; where they are equal half the gradient passes.
     *
     * @param x any array
     * @param floor the constant
     * @return an array of the same shape
     */
    public static NDArray atLeast(NDArray x, double floor) {
        return x.maximum(scalar(x.getManager(), floor));
    }

    /**
     * The mean over all elements.
     *
     * @param x any array
     * @return an array of shape []
     */
    public static NDArray meanAll(NDArray x) {
        return JniUtils.mean((PtNDArray) x);
    }

    /**
     * The sum over all elements.
     *
     * @param x any array
     * @return an array of shape []
     */
    public static NDArray sumAll(NDArray x) {
        return JniUtils.sum((PtNDArray) x);
    }

    /**
     * The same values, cut off from the tape.
     *
     * @param x any array
     * @return an array that shares x's memory and has no gradient
     */
    public static NDArray stopGradient(NDArray x) {
        return x.stopGradient();
    }

    /**
     * A fully connected layer, x · weightᵀ + bias.
     *
     * @param x [rows, in]
     * @param weight [out, in]
     * @param bias [out]
     * @return [rows, out]
     */
    public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
    }

    /**
     * Reads an array's values back.
     *
     * @param x a float array
     * @return its values, row-major
     */
    public static float[] floats(NDArray x) {
        return x.toFloatArray();
    }
}
