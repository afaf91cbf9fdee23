// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.model.AblationStrategy;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.StopSignal;
import org.penumbra.runs.code.CodeSource;
import org.penumbra.runs.data.DataPlaces;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.spec.ExternalSpec;
import org.penumbra.runs.specimens.Experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ExternalPlanTest {
    @TempDir Path folder;
    private final Experiment experiment =
            Experiments.ablation(AblationStrategy.ONE_FACTOR_AT_ATIME);
    private final ExternalMethod method = ExperimentFactory.eINSTANCE.createExternalMethod();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("code"));
        Files.writeString(folder.resolve("code/fit.py"), "1");
        method.setName("own");
        method.setWorkingFolder("code");
        method.getCommand().add("python3");
        method.getSources().add("*.py");
        method.setStepsParameter("steps");
        var steps = ExperimentFactory.eINSTANCE.createParameter();
        steps.setName("steps");
        steps.setValue("70");
        method.getParameters().add(steps);
        experiment.getVariants().add(method);
    }

    private Plan plan() {
        var file = folder.resolve("x.penumbra");
        return Planner.plan(
                experiment,
                new DataSource(new DataPlaces(folder, Map.of())),
                CodeSource.of(file, Optional.of(folder)));
    }

    private PlannedRun own() {
        return plan().only("own/*seed=1").runs().getFirst();
    }

    @Test
    void programsStandBesideMethods() {
        Experiments.factor(experiment, "variants/own/parameters/steps/value", "70", "80");
        var names = plan().runs().stream().map(PlannedRun::name).toList();
        assertTrue(
                names.containsAll(List.of("MedNeRF/seed=1", "own/seed=1", "own/steps=80/seed=2")),
                names::toString);
        var spec = own().description().spec();
        assertTrue(ExternalSpec.isOne(spec));
        assertEquals(method.eClass().getName(), ExternalSpec.METHOD);
        assertEquals(70, ExternalSpec.steps(spec));
        assertTrue(spec.get("code").getAsString().startsWith("files:sha256:"));
        assertFalse(spec.getAsJsonObject("settings").has("losses"));
    }

    @Test
    void programsAloneNeedNoData() {
        experiment.getDatasets().clear();
        assertThrows(InputException.class, this::plan, "MedNeRF needs them");
        experiment.getVariants().removeIf(variant -> variant != method);
        assertEquals(2, plan().runs().size());
        assertEquals(
                "none",
                own().description().spec().getAsJsonObject("data").get("kind").getAsString());
    }

    @Test
    void whatChangesNoResultIsNoPartOfTheIdentity() throws IOException {
        var before = own();
        method.setPatience(3);
        method.setStopSignal(StopSignal.USR1);
        Files.move(folder.resolve("code"), folder.resolve("moved"));
        method.setWorkingFolder("${code}/moved");
        var after = own();
        assertEquals(before.id(), after.id());
        var resources = after.description().resources();
        assertEquals("usr1", resources.get("stopSignal").getAsString());
        assertEquals(folder.resolve("moved").toString(), resources.get("code").getAsString());
    }

    @Test
    void codeAndParametersAre() throws IOException {
        var before = own().id();
        Files.writeString(folder.resolve("code/fit.py"), "2");
        var other = own().id();
        assertNotEquals(before, other);
        method.getParameters().getFirst().setValue("80");
        assertNotEquals(other, own().id());
    }

    @Test
    void saysWhereTheCodeIsMissing() {
        method.setWorkingFolder("nowhere");
        var message = assertThrows(InputException.class, this::plan).getMessage();
        assertTrue(message.contains("nowhere") && message.contains("workingFolder"), message);
    }
}
