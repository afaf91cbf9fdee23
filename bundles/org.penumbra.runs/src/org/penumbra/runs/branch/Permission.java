// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.io.InputException;
import org.penumbra.model.GrafVariant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a GRAF's settings may change after some of its steps. Refused is what the checkpoint
 * cannot be restored with, what would not be true of the steps that are done, and what would change
 * nothing any more.
 *
 * @param before the parent's settings
 * @param after the child's settings
 * @param step steps done
 */
record Permission(GrafVariant before, GrafVariant after, long step) {
    /** By pattern: why a setting never changes once training has begun. */
    private static final Map<Pattern, String> NEVER = new LinkedHashMap<>();

    /** Only what belongs to the fitting, and is settled when the fitting begins. */
    private static final Map<Pattern, String> BEFORE_FITTING = new LinkedHashMap<>();

    private static final Pattern ADVERSARIAL =
            Pattern.compile(
                    "batchSize|averaging|schedule/.*|discriminator/.*|generatorOptimiser/.*"
                            + "|discriminatorOptimiser/.*"
                            + "|rays/(perturb|densityNoise|densityNoiseSteps|annealing)");

    static {
        never("field/.*", "it shapes the field, whose trained weights the checkpoint holds");
        never(
                "rays/patchSize|discriminator/(features|augmentation)",
                "it shapes the discriminator, whose trained weights the checkpoint holds");
        never("camera/.*", "the field was trained for the parent's cameras");
        never("fidelity", "it decides how every step computes, those that are done too");
        never(
                "(generator|discriminator)Optimiser/kind",
                "the checkpoint holds the state of the other kind of optimiser");
        fitting(
                "fineTuning/(generator|code)Optimiser/kind",
                "the checkpoint holds the state of the other kind of optimiser");
        fitting("fineTuning/weighting", "the checkpoint holds the state of the other weighting");
        fitting("fineTuning/uncertainty/initialSigma", "the sigmas have been learned since");
        fitting(
                "fineTuning/(instance|view|furtherViews|imageSize|polar|radius|azimuthMinimum)",
                "the field has been fitted to other images");
    }

    private static void never(String pattern, String reason) {
        NEVER.put(Pattern.compile(pattern), reason);
    }

    private static void fitting(String pattern, String reason) {
        BEFORE_FITTING.put(Pattern.compile(pattern), reason);
    }

    /**
     * Asks for a change.
     *
     * @param path the setting within the variant
     * @param whole its whole path, for the message
     * @throws InputException when it is refused, saying why
     */
    void ask(String path, String whole) {
        reason(NEVER, path).ifPresent(reason -> refuse(whole, reason + "; plan a new run instead"));
        if (step > before.getIterations()) {
            reason(BEFORE_FITTING, path)
                    .ifPresent(reason -> refuse(whole, reason + "; " + earlier()));
        }
        switch (path) {
            case "iterations" -> askIterations(whole);
            case "fineTuning/iterations" -> askFitting(whole);
            default -> askEffect(path, whole);
        }
    }

    private static Optional<String> reason(Map<Pattern, String> reasons, String path) {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void refuse(String whole, String reason) {
        throw new InputException(
                "%s cannot change in a branch from step %d: %s".formatted(whole, step, reason));
    }

    private String earlier() {
        return "branch from step %d or one before it".formatted(before.getIterations());
    }

    private void askIterations(String whole) {
        if (step > before.getIterations()) {
            refuse(whole, "the fitting has begun; " + earlier());
        }
        if (step > after.getIterations()) {
            refuse(whole, "%d iterations are done already; give at least as many".formatted(step));
        }
    }

    private void askFitting(String whole) {
        if (step > steps(after)) {
            refuse(
                    whole,
                    "%d iterations of it are done already; give more"
                            .formatted(step - after.getIterations()));
        }
    }

    private void askEffect(String path, String whole) {
        if (step >= after.getIterations() && ADVERSARIAL.matcher(path).matches()) {
            refuse(
                    whole,
                    ("it has no effect after the %d adversarial iterations; branch from a step"
                                    + " before their end, or raise iterations too")
                            .formatted(after.getIterations()));
        }
    }

    /** Whether the child has steps to compute. */
    boolean leavesWork() {
        return step < steps(after);
    }

    /** Whether a parent that ended at this step had steps left, and the child wishes the same. */
    boolean stopsAgain() {
        return step < steps(before)
                && before.getFineTuning().getStopPsnr() == after.getFineTuning().getStopPsnr();
    }

    private static long steps(GrafVariant variant) {
        return (long) variant.getIterations() + variant.getFineTuning().getIterations();
    }
}
