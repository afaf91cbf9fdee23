// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every kind of bad file is refused by one sentence that names file, line and way out. */
class BadFileTest {
    @TempDir Path folder;
    private Path file;
    private String good;

    @BeforeEach
    void write() {
        file = folder.resolve("bad.penumbra");
        good = new String(ExperimentStore.bytes(Experiments.valid()), StandardCharsets.UTF_8);
    }

    @Test
    void refusesAnExternalEntity() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "never to be read");
        var entity =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                        + secret.toUri()
                        + "\">]>\n<penumbra:Experiment";
        refused(
                good.replace("<penumbra:Experiment", entity).replace("<seeds>1", "<seeds>&e;"),
                "document type",
                "remove");
    }

    @Test
    void refusesEntitiesThatGrow() {
        var bomb =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
                        + " \"&a;&a;&a;\">]><penumbra:Experiment";
        refused(
                good.replace("<penumbra:Experiment", bomb).replace("notes=\"\"", "notes=\"&b;\""),
                "document type");
    }

    @Test
    void refusesAParameterEntityAndAnExternalSubset() {
        refused(
                good.replace(
                        "<penumbra:Experiment",
                        "<!DOCTYPE x SYSTEM \"file:///nowhere.dtd\"><penumbra:Experiment"),
                "document type");
        refused(good.replace("notes=\"\"", "notes=\"&nobody;\""), "not well-formed");
    }

    @Test
    void refusesAnUnknownFeature() {
        refused(good.replace("imageSize=", "imageSise="), "imageSise", "nearest are imageSize");
        refused(good.replace("seeds>", "seed>"), "seed", "nearest are seeds");
        refused(good.replace("<evaluation", "<evaluation weight=\"1\""), "weight", "Evaluation");
    }

    @Test
    void refusesAnUnknownKind() {
        refused(
                good.replace("penumbra:UMedNeRF", "penumbra:UMedNerf"),
                "UMedNerf",
                "penumbra:UMedNeRF");
        refused(good.replace("penumbra:UMedNeRF", "other:UMedNeRF"), "other:UMedNeRF");
        refused(
                good.replace("penumbra:UMedNeRF", "penumbra:Camera"),
                "penumbra:Camera",
                "write one of");
        refused(good.replace("penumbra:UMedNeRF", "penumbra:GrafVariant"), "penumbra:GrafVariant");
        refused(
                good.replace("xsi:type=\"penumbra:UMedNeRF\"", ""),
                "does not say what kind",
                "penumbra:UMedNeRF");
    }

    @Test
    void refusesAnotherNamespace() {
        refused(good.replace("penumbra.org/experiment", "penumbra.org/other"), "is no experiment");
        refused(
                good.replace("<evaluation", "<x:evaluation xmlns:x=\"urn:y\"/><evaluation"),
                "urn:y",
                "remove");
        refused(good.replace("<evaluation", "<evaluation xmi:id=\"1\""), "id", "remove");
        refused("<html><body/></html>", "is no experiment", "name a .penumbra file");
    }

    @Test
    void refusesOtherVersions() {
        for (var version : new String[] {"2", "0", "99999999999", "one", ""}) {
            refused(
                    good.replace("formatVersion=\"1\"", "formatVersion=\"" + version + "\""),
                    "format version " + version,
                    "release");
        }
        refused(good.replace("formatVersion=\"1\"", ""), "no formatVersion");
    }

    @Test
    void refusesDuplicates() {
        refused(
                good.replace("name=\"UMedNeRF\"", "name=\"MedNeRF\""),
                "second one called \"MedNeRF\"",
                "rename");
        refused(good.replace("<evaluation", "<evaluation/>\n<evaluation"), "evaluation twice");
        refused(good.replace("  <seeds>1", "<question>q</question><seeds>1"), "question twice");
        var id = Experiments.valid().getVariants().getFirst().getId();
        refused(good.replaceAll("id=\"[^\"]+\"", "id=\"" + id + "\""), "second time");
        refused(good.replace("name=\"test\"", "name=\"test\" name=\"t\""), "not well-formed");
    }

    @Test
    void refusesReferencesIntoOtherFiles() {
        refused(
                good.replace("<evaluation", "<variants href=\"other.penumbra#x\"/><evaluation"),
                "another file");
    }

    @Test
    void refusesWhatWouldBeLost() {
        refused(good.replace("  <evaluation", "hello <evaluation"), "stray text \"hello\"");
        refused(good.replace("  <evaluation", "<?do it?><evaluation"), "processing instruction");
        refused(good.replace("<seeds>1</seeds>", "<seeds what=\"1\">1</seeds>"), "what", "remove");
        refused(good.replace("<seeds>1</seeds>", "<seeds>1<b/></seeds>"), "remove");
        refused(good.replace("name=\"test\"", "name=\"test\" seeds=\"1\""), "element <seeds>");
    }

    @Test
    void refusesValuesOfAnotherType() {
        refused(good.replace("weight=\"0.3\"", "weight=\"much\""), "weight", "\"much\"", "correct");
        refused(good.replace("threads=\"0\"", "threads=\"1.5\""), "threads");
        refused(good.replace("iterations=\"100000\"", "iterations=\"99999999999\""), "iterations");
        refused(good.replace("kind=\"mse\"", "kind=\"msee\""), "kind", "LossKind");
        refused(good.replace("perturb=\"true\"", "perturb=\"yes\""), "perturb");
        refused(good.replace("<seeds>1", "<seeds>"), "seeds");
    }

    @Test
    void refusesTruncatedAndForeignFiles() {
        for (int length = 0; length < good.length() - 2; length += 97) {
            refused(good.substring(0, length), "not well-formed", "restore");
        }
        refused("PK\u0003\u0004\u0000", "not well-formed");
        refused("{\"json\": true}", "not well-formed");
    }

    @Test
    void refusesOtherEncodings() throws Exception {
        refused(good.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""), "save it as UTF-8");
        var latin = good.replace("name=\"test\"", "name=\"Stra\u00dfe\"");
        Files.write(file, latin.getBytes(StandardCharsets.ISO_8859_1));
        var message = thrown(file);
        assertTrue(message.contains("line 7, is not UTF-8"), message);
    }

    @Test
    void refusesMissingFilesAndFolders() {
        var missing = thrown(folder.resolve("none.penumbra"));
        var isFolder = thrown(folder);
        assertAll(
                () -> assertTrue(missing.contains("none.penumbra"), missing),
                () -> assertTrue(isFolder.contains(folder.toString()), isFolder));
    }

    private void refused(String text, String... parts) {
        assertNotEquals(good, text);
        var message = thrown(text);
        assertTrue(message.startsWith(file + ", line "), message);
        assertTrue(message.endsWith(".") && !message.contains("\n"), message);
        assertFalse(message.contains("Exception") || message.contains("org.eclipse"), message);
        for (var part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private String thrown(String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return thrown(file);
    }

    private static String thrown(Path path) {
        return assertThrows(InputException.class, () -> ExperimentStore.load(path)).getMessage();
    }
}
