// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import javax.imageio.ImageIO;

/** Every wrong input is answered by one sentence and exit code 2, and nothing is started. */
class BadInputTest {

    private static final String EXAMPLE = "mednerf-vs-umednerf.penumbra";

    @TempDir Path folder;
    private Study study;

    @BeforeEach
    void study() {
        study = Study.in(folder);
    }

    @Test
    void missingFolder() {
        refused("no-such-folder", study.run("--data", folder.resolve("no-such-folder")));
    }

    @Test
    void imageOfAnotherSize() throws IOException {
        var data = images(3);
        image(data.resolve("01_xray0003.png"), 48);
        refused("01_xray0003.png", study.run("--data", data));
    }

    @Test
    void truncatedImage() throws IOException {
        var data = images(3);
        var file = data.resolve("01_xray0001.png");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused("01_xray0001.png", study.run("--data", data));
    }

    @Test
    void experimentOfAnUnknownVersion() throws IOException {
        var file = edited(text -> text.replace("formatVersion=\"1\"", "formatVersion=\"99\""));
        refused("99", plan(file));
    }

    @Test
    void externalEntity() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var type =
                "<!DOCTYPE penumbra:Experiment [<!ENTITY x SYSTEM \"%s\">]>"
                        .formatted(secret.toUri());
        var file =
                edited(
                        text ->
                                text.replaceFirst("\\?>", "?>" + type)
                                        .replace("name=\"knee\"", "name=\"&x;\""));
        refused(file.getFileName().toString(), plan(file));
    }

    @Test
    void factorOnAFeatureThatDoesNotExist() throws IOException {
        var ablation =
                """
                <ablation strategy="full_factorial">
                  <factors name="weight" path="variants/MedNeRF/losses/perceptual/wieght">
                    <levels>0.1</levels>
                  </factors>
                </ablation>
                <seeds>1</seeds>\
                """;
        var ended = plan(edited(text -> text.replaceFirst("<seeds>1</seeds>", ablation)));
        refused("wieght", ended);
        assertTrue(ended.err().contains("weight"), "the nearest name is offered");
    }

    @Test
    void negativeWeight() throws IOException {
        refused(
                "weight",
                plan(edited(text -> text.replaceFirst("weight=\"0.3\"", "weight=\"-1\""))));
    }

    @Test
    void runFolderOfANewerVersion() throws IOException {
        var run = Files.createDirectories(study.runs().resolve("newer"));
        Files.writeString(run.resolve("run.json"), "{\"formatVersion\":99}");
        refused("99", study.penumbra().run("show", run));
    }

    private Penumbra.Ended plan(Path file) {
        return study.penumbra().run("plan", file, "--runs", study.runs());
    }

    private static void refused(String named, Penumbra.Ended ended) {
        ended.expect(2);
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(named), ended.err());
        assertFalse(ended.err().contains("Exception"), ended.err());
    }

    private Path edited(UnaryOperator<String> edit) throws IOException {
        var text = Files.readString(Penumbra.example(EXAMPLE));
        var changed = edit.apply(text);
        assertFalse(changed.equals(text), "the edit changed nothing");
        return Files.writeString(folder.resolve("edited.penumbra"), changed);
    }

    private Path images(int count) throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        for (int i = 0; i < count; i++) {
            image(data.resolve("01_xray%04d.png".formatted(i)), 32);
        }
        return data;
    }

    private static void image(Path file, int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size; i++) {
            image.setRGB(i, i, 0xffffff);
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
