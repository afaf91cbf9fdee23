// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.specimens.Parents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What may change after some steps; the parent has 40 adversarial iterations and 20 of fitting. */
class PermissionTest {
    @TempDir Path runs;
    private RunFolder parent;

    @BeforeEach
    void train() {
        parent = Parents.medNeRF(runs, 1, 20, 40, 50, 60);
    }

    private void allowed(long step, String... assignments) {
        var branch = Branch.of(parent, BranchRequest.changing(assignments).from(step));
        assertEquals(step, branch.checkpoint().step());
    }

    private void refused(long step, String words, String... assignments) {
        var error =
                assertThrows(
                        InputException.class,
                        () -> Branch.of(parent, BranchRequest.changing(assignments).from(step)));
        assertTrue(error.getMessage().contains(words), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void lossesRatesSchedulesAndLengthsMayChange() {
        allowed(20, "variants/MedNeRF/losses/perceptual/weight=0.2");
        allowed(50, "variants/*/losses/*/weight=0.2");
        allowed(20, "variant/generatorOptimiser/learningRate=1e-5");
        allowed(20, "variants/*/schedule/milestones=30,35", "variants/*/schedule/factor=0.1");
        allowed(20, "variants/*/iterations=30");
        allowed(20, "variants/*/batchSize=2");
        allowed(40, "variants/*/iterations=80", "variants/*/batchSize=2");
        allowed(50, "variants/*/fineTuning/iterations=200");
        allowed(50, "variants/*/fineTuning/generatorOptimiser/learningRate=1e-5");
        allowed(50, "variants/*/fineTuning/stopPsnr=30");
        allowed(60, "variants/*/fineTuning/iterations=21");
    }

    @Test
    void aFittingThatHasNotBegunIsFree() {
        for (long step : new long[] {20, 40}) {
            allowed(step, "variants/*/fineTuning/view=3");
            allowed(step, "variants/*/fineTuning/weighting=uncertainty");
            allowed(step, "variants/*/fineTuning/uncertainty/initialSigma=2");
            allowed(step, "variants/*/fineTuning/codeOptimiser/kind=rmsprop");
        }
        refused(50, "other images", "variants/*/fineTuning/view=3");
        refused(50, "other weighting", "variants/*/fineTuning/weighting=uncertainty");
        refused(50, "learned since", "variants/*/fineTuning/uncertainty/initialSigma=2");
        refused(50, "step 40 or", "variants/*/fineTuning/codeOptimiser/kind=rmsprop");
    }

    @Test
    void shapesAndWhatTheStepsWereMadeWithStay() {
        refused(20, "trained weights", "variants/MedNeRF/field/width=64");
        refused(20, "trained weights", "variants/MedNeRF/field/positionFrequencies=4");
        refused(20, "discriminator", "variants/MedNeRF/rays/patchSize=16");
        refused(20, "discriminator", "variants/MedNeRF/discriminator/features=32");
        refused(20, "cameras", "variants/MedNeRF/camera/near=7");
        refused(20, "every step", "variants/MedNeRF/fidelity=paper");
        refused(20, "other kind", "variants/MedNeRF/discriminatorOptimiser/kind=adam");
    }

    @Test
    void aPhaseThatIsOverStaysAsLongAsItWas() {
        refused(20, "20 iterations are done", "variants/*/iterations=10");
        refused(50, "fitting has begun", "variants/*/iterations=80");
        refused(50, "10 iterations of it are done", "variants/*/fineTuning/iterations=5");
    }

    @Test
    void whatWouldChangeNothingIsRefused() {
        refused(50, "no effect", "variants/*/batchSize=2");
        refused(40, "no effect", "variants/*/schedule/factor=0.1");
        refused(40, "40 adversarial", "variants/*/discriminator/reconstruction/weight=2");
        refused(60, "Nothing is left", "variants/*/losses/pixel/weight=0.2");
        refused(50, "Nothing is left", "variants/*/fineTuning/iterations=10");
        refused(60, "[20, 40, 50, 60]");
    }

    @Test
    void aRunThatStoppedByItsWishNeedsAnotherWish() {
        parent.results(new Results("mednerf", 50, Map.of(), List.of(), Map.of()));
        refused(50, "stopPsnr", "variants/*/losses/pixel/weight=0.2");
        allowed(50, "variants/*/fineTuning/stopPsnr=30");
        allowed(40, "variants/*/losses/pixel/weight=0.2");
    }

    @Test
    void aFinishedRunGoesOnWhereMoreIsWanted() {
        parent.results(new Results("mednerf", 60, Map.of(), List.of(), Map.of()));
        allowed(60, "variants/*/fineTuning/iterations=100");
    }

    @Test
    void whatIsNoSettingOfARunIsRefusedWithTheWayOut() {
        refused(20, "parent's data", "dataset/imageSize=64");
        refused(20, "parent's data", "datasets/phantom/heldOut=01:2");
        refused(20, "--seed", "seeds=3");
        refused(20, "ablation", "ablation/strategy=random");
        refused(20, "belongs to the experiment", "question=why");
    }

    @Test
    void pathsValuesAndRulesAreTheModelsOwn() {
        refused(
                20,
                "variants/MedNeRF/losses/pixel/weight",
                "variants/MedNeRF/loses/pixel/weight=1");
        refused(20, "the nearest are", "variants/UMedNeRF/iterations=30");
        refused(20, "0 or larger", "variants/MedNeRF/losses/pixel/weight=-1");
        refused(20, "whole number", "variants/MedNeRF/iterations=many");
        refused(20, "write them rising", "variants/MedNeRF/schedule/milestones=30,20");
        refused(20, "one of", "variants/MedNeRF/losses/pixel/kind=guess");
        refused(20, "auto, cpu or cuda", "resources/device=gpu");
    }
}
