// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.model.DrrFolder;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.SplitPreset;
import org.penumbra.runs.specimens.Experiments;
import org.penumbra.testing.Shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

class DataSourceTest {
    @TempDir Path folder;

    private RunData resolve(Experiment experiment, String... options) {
        var file = folder.resolve("experiment.penumbra");
        var places = DataPlaces.of(experiment, file, List.of(options));
        return new DataSource(places).resolve(experiment.getDatasets().getFirst());
    }

    private String refusal(Experiment experiment, String... options) {
        return assertThrows(InputException.class, () -> resolve(experiment, options)).getMessage();
    }

    private Path images(String name, int count) throws IOException {
        var images = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < count; i++) {
            var image = new java.awt.image.BufferedImage(16, 16, 10);
            image.getRaster().setSample(i, 3, 0, 200);
            ImageIO.write(image, "png", images.resolve("01_xray%04d.png".formatted(i)).toFile());
        }
        return images;
    }

    private static Experiment onFolder(String path) {
        var experiment = Experiments.twoVariants();
        DrrFolder dataset = ExperimentFactory.eINSTANCE.createDrrFolder();
        dataset.setName("knee");
        dataset.setFolder(path);
        dataset.setImageSize(16);
        experiment.getDatasets().clear();
        experiment.getDatasets().add(dataset);
        return experiment;
    }

    @Test
    void aFolderIsFoundBesideTheExperiment() throws IOException {
        var images = images("knee", 6);
        var experiment = onFolder("knee");
        experiment.getDatasets().getFirst().getHeldOut().add("01:2");
        var data = resolve(experiment);
        assertEquals(Optional.of(images.toAbsolutePath()), data.path());
        assertEquals(5, data.training().views().size());
        assertEquals(new ViewKey("01", 2), data.heldOut().views().getFirst().key());
        assertEquals("[\"01\"]", data.spec().get("instances").toString());
        assertEquals("[\"01:2\"]", data.spec().get("heldOut").toString());
    }

    @Test
    void theIdentityIsThatOfTheContentWhereverItLies() throws IOException {
        images("knee", 6);
        images("elsewhere", 6);
        var here = resolve(onFolder("knee"));
        assertEquals(here.spec(), resolve(onFolder("elsewhere")).spec());
        images("longer", 7);
        assertTrue(!here.spec().equals(resolve(onFolder("longer")).spec()));
    }

    @Test
    void otherDataReplaceEvenAPhantom() throws IOException {
        var images = images("knee", 6);
        var data = resolve(Experiments.twoVariants(), images.toString());
        assertEquals("drr-folder", data.spec().get("kind").getAsString());
        assertEquals(data.spec(), resolve(Experiments.twoVariants(), "phantom=" + images).spec());
    }

    @Test
    void theVariableIsFollowedOrAskedFor() throws IOException {
        images("knee", 6);
        var before = System.getProperty("penumbra.data");
        try {
            System.setProperty("penumbra.data", folder.toString());
            assertEquals(6, resolve(onFolder("${data}/knee")).views().views().size());
            System.setProperty("penumbra.data", " ");
            assertTrue(refusal(onFolder("${data}/knee")).contains("PENUMBRA_DATA"));
        } finally {
            restore(before);
        }
    }

    private static void restore(String value) {
        if (value == null) {
            System.clearProperty("penumbra.data");
        } else {
            System.setProperty("penumbra.data", value);
        }
    }

    @Test
    void thePublishedSplitOfTheKneeKeepsFourViewsFromTraining() {
        var experiment = Experiments.twoVariants();
        var dataset = experiment.getDatasets().getFirst();
        dataset.setSplit(SplitPreset.UMEDNERF_KNEE_01);
        dataset.setImageSize(32);
        dataset.getInstances().add("01");
        var data = resolve(experiment, Shared.path("data/mednerf-drr/knee").toString());
        assertEquals(68, data.training().views().size());
        assertEquals(
                "[\"01:7\",\"01:25\",\"01:43\",\"01:61\"]", data.spec().get("heldOut").toString());
    }

    @Test
    void whatIsMissingOrDoesNotFitIsNamed() {
        assertTrue(refusal(onFolder("nowhere")).contains("nowhere"));
        assertTrue(refusal(onFolder("")).contains("--data"));
        var heldOut = Experiments.twoVariants();
        heldOut.getDatasets().getFirst().getHeldOut().add("01:99");
        assertTrue(refusal(heldOut).contains("01:99"));
        var several = Experiments.twoVariants();
        several.getDatasets().add(onFolder("x").getDatasets().getFirst());
        assertTrue(refusal(several, "/data").contains("phantom, knee"));
    }
}
