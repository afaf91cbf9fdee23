// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;

import java.util.StringJoiner;

/**
 * The numbers that a setting admits, as its range annotation in the model says.
 *
 * @param low the lower limit, minus infinity for none
 * @param lowIncluded whether the lower limit itself is admitted
 * @param high the upper limit, infinity for none
 * @param highIncluded whether the upper limit itself is admitted
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
    /** Source of the annotation; its keys are min and max (included), above and below (not). */
    public static final String ANNOTATION = "http://penumbra.org/range";

    /**
     * The range of a setting.
     *
     * @param feature an attribute of the experiment model
     * @return its range; every finite number when it has no annotation
     */
    public static Range of(EAttribute feature) {
        var min = limit(feature, "min", Double.NEGATIVE_INFINITY);
        var above = limit(feature, "above", Double.NEGATIVE_INFINITY);
        var max = limit(feature, "max", Double.POSITIVE_INFINITY);
        var below = limit(feature, "below", Double.POSITIVE_INFINITY);
        return new Range(Math.max(min, above), min > above, Math.min(max, below), max < below);
    }

    private static double limit(EAttribute feature, String key, double none) {
        var text = EcoreUtil.getAnnotation(feature, ANNOTATION, key);
        return text == null ? none : Double.parseDouble(text);
    }

    /** Whether a number is finite and within the limits. */
    public boolean contains(double value) {
        return Double.isFinite(value)
                && (lowIncluded ? value >= low : value > low)
                && (highIncluded ? value <= high : value < high);
    }

    /** The range in words, as the end of a sentence: {@code 0 or larger}. */
    @Override
    public String toString() {
        var words = new StringJoiner(" and ");
        if (Double.isFinite(low)) {
            words.add(lowIncluded ? plain(low) + " or larger" : "larger than " + plain(low));
        }
        if (Double.isFinite(high)) {
            words.add(highIncluded ? "at most " + plain(high) : "smaller than " + plain(high));
        }
        return words.length() == 0 ? "a finite number" : words.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
