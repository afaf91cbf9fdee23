// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.Experiments;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.testing.Damage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is saved is loaded, to the byte and to the value; what is damaged is refused. */
class RoundTripTest {
    private static final Path FILE = Path.of("round.penumbra");

    @Provide
    Arbitrary<Experiment> experiments() {
        return Experiments.arbitrary();
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(ExperimentStore.bytes(Experiments.valid()));
    }

    @Property(tries = 100)
    void loadedExperimentsEqualTheSavedAndAreSavedToTheSameBytes(
            @ForAll("experiments") Experiment experiment) {
        var bytes = ExperimentStore.bytes(experiment);
        var loaded = ExperimentStore.parse(bytes, FILE);
        assertTrue(EcoreUtil.equals(experiment, loaded));
        assertArrayEquals(bytes, ExperimentStore.bytes(loaded));
    }

    @Property(tries = 300)
    void damagedFilesAreReadOrRefusedInOneSentence(@ForAll("damaged") byte[] bytes) {
        try {
            ExperimentStore.parse(bytes, FILE);
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith(FILE.toString()), e::getMessage);
        }
    }

    @Test
    void savesAndLoadsAFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("some").resolve("x.penumbra");
        var experiment = Experiments.valid();
        ExperimentStore.save(experiment, file);
        var loaded = ExperimentStore.load(file);
        assertEquals(file.toAbsolutePath().toString(), loaded.eResource().getURI().toFileString());
        var bytes = Files.readAllBytes(file);
        ExperimentStore.save(loaded, file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void writesEverySettingAlsoWhereItEqualsItsDefault() {
        var text = new String(ExperimentStore.bytes(Experiments.valid()), StandardCharsets.UTF_8);
        for (var path : FeaturePath.all(Experiments.valid())) {
            var feature = path.substring(path.lastIndexOf('/') + 1);
            var isEmptyList = List.of("instances", "heldOut", "furtherViews").contains(feature);
            assertEquals(
                    !isEmptyList,
                    text.contains(feature + "=\"") || text.contains("<" + feature),
                    path);
        }
    }

    @Test
    void aFileOfBeforeCheckpointsByTheMinuteHasTheDefault() {
        var text = new String(ExperimentStore.bytes(Experiments.valid()), StandardCharsets.UTF_8);
        var older = text.replaceFirst("\\s+checkpointMinutes=\"\\d+\"", "");
        assertTrue(older.length() < text.length());
        var loaded = ExperimentStore.parse(older.getBytes(StandardCharsets.UTF_8), FILE);
        assertEquals(10, loaded.getResources().getCheckpointMinutes());
    }

    @Test
    void completesAFileWrittenByHandWithPublishedValuesAndLastingIds() {
        var text =
                """
                <p:Experiment xmlns:p="http://penumbra.org/experiment"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" formatVersion="1" name="n">
                  <variants xsi:type="p:UMedNeRF" name="U">
                    <discriminatorOptimiser learningRate="0.5"/>
                    <schedule/>
                  </variants>
                </p:Experiment>
                """;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var experiment = ExperimentStore.parse(bytes, FILE);
        assertEquals("128", FeaturePath.parse("variant/fineTuning/imageSize").get(experiment));
        assertEquals(
                "adam", FeaturePath.parse("variant/fineTuning/codeOptimiser/kind").get(experiment));
        assertEquals(
                "0.5",
                FeaturePath.parse("variant/discriminatorOptimiser/learningRate").get(experiment));
        assertEquals("", FeaturePath.parse("variant/schedule/milestones").get(experiment));
        var id = experiment.getVariants().getFirst().getId();
        assertEquals(id, ExperimentStore.parse(bytes, FILE).getVariants().getFirst().getId());
        assertNotEquals(experiment.getId(), id);
    }

    @Test
    void idsSurviveRenaming() {
        var experiment = Experiments.valid();
        var id = experiment.getVariants().getFirst().getId();
        experiment.getVariants().getFirst().setName("other");
        var loaded = ExperimentStore.parse(ExperimentStore.bytes(experiment), FILE);
        assertEquals(id, loaded.getVariants().getFirst().getId());
    }

    @Test
    void refusesToWriteWhatItCouldNotRead() {
        var control = Experiments.valid();
        control.setNotes("a\u0001b");
        var twice = Experiments.valid();
        twice.getVariants().getFirst().setName("UMedNeRF");
        for (var experiment : List.of(control, twice)) {
            assertThrows(InputException.class, () -> ExperimentStore.bytes(experiment));
        }
    }

    @Property(tries = 50)
    void textsOfAnyCharactersAreKeptOrRefused(@ForAll("texts") String text) {
        var experiment = Experiments.valid();
        experiment.setNotes(text);
        experiment.getDatasets().getFirst().getInstances().add(text);
        try {
            var loaded = ExperimentStore.parse(ExperimentStore.bytes(experiment), FILE);
            assertEquals(text, loaded.getNotes());
            assertEquals(List.of(text), loaded.getDatasets().getFirst().getInstances());
        } catch (InputException e) {
            assertTrue(e.getMessage().contains("character"), e::getMessage);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(20);
    }
}
