// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.penumbra.model.Experiments;
import org.penumbra.model.defaults.Published;

class ModelJsonTest {
    @Test
    void namedChildrenAreKeyedByNameAndLiteralsAreText() {
        var losses = ModelJson.of(Published.medNeRF()).get("losses");
        assertEquals(
                JsonParser.parseString(
                        "{\"perceptual\":{\"kind\":\"lpips_alex\",\"weight\":0.3},"
                                + "\"pixel\":{\"kind\":\"mse\",\"weight\":0.1}}"),
                losses);
    }

    @Test
    void singleChildrenAreObjectsAndListsArrays() {
        var json = ModelJson.of(Published.uMedNeRF());
        assertEquals(
                "[50000,100000,200000]",
                json.getAsJsonObject("schedule").get("milestones").toString());
        var tuning = json.getAsJsonObject("fineTuning");
        assertEquals("uncertainty", tuning.get("weighting").getAsString());
        assertEquals(
                "liebel_koerner", tuning.getAsJsonObject("uncertainty").get("form").getAsString());
        assertTrue(json.getAsJsonObject("rays").get("perturb").getAsBoolean());
        assertEquals(128, tuning.get("imageSize").getAsInt());
    }

    @Test
    void namesIdsAndAbsentChildrenAreLeftOut() {
        var experiment = Experiments.valid();
        var text = ModelJson.of(experiment).toString();
        assertFalse(text.contains("\"id\"") || text.contains("\"name\""), text);
        assertFalse(text.contains("\"ablation\""), text);
    }

    @Test
    void childrenWithoutNamesAreAnArray() {
        var experiment = Experiments.valid();
        Experiments.factor(experiment, "f", "variants/*/iterations", "1", "2");
        var exclusion = org.penumbra.model.ExperimentFactory.eINSTANCE.createExclusion();
        exclusion.getConditions().add("variants/*/iterations=1");
        experiment.getAblation().getExclusions().add(exclusion);
        var ablation = ModelJson.of(experiment).getAsJsonObject("ablation");
        assertEquals(
                "[{\"conditions\":[\"variants/*/iterations=1\"]}]",
                ablation.get("exclusions").toString());
        assertTrue(ablation.getAsJsonObject("factors").has("f"));
    }
}
