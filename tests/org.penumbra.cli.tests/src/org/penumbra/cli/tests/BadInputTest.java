// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Whatever is wrong with the input is one sentence and exit code 2, and nothing is started. */
class BadInputTest {
    @TempDir Path folder;

    private Use run(Object... more) {
        var arguments = new Object[more.length + 3];
        arguments[0] = "run";
        arguments[1] = "--runs";
        arguments[2] = folder.resolve("runs");
        System.arraycopy(more, 0, arguments, 3, more.length);
        var use = Use.of(arguments);
        assertFalse(Files.exists(folder.resolve("runs")), "something was written");
        return use;
    }

    private Path changed(String text, String other) {
        return Samples.changed(Samples.example(), folder, text, other);
    }

    @Test
    void aMissingExperiment() {
        run(folder.resolve("no.penumbra")).refused("no.penumbra");
    }

    @Test
    void aMissingFolderOfImages() {
        run(Samples.example(), "--data", folder.resolve("nothing")).refused("nothing", "missing");
    }

    @Test
    void aFolderWithoutImages() {
        run(Samples.example(), "--data", folder).refused(folder.toString(), "xray");
    }

    @Test
    void anImageOfAnotherSize() throws IOException {
        var images = Samples.images(folder.resolve("images"), "01", 5, Samples.SIZE);
        var small = Samples.images(folder.resolve("small"), "01", 6, Samples.SIZE / 2);
        Files.copy(small.resolve("01_xray0005.png"), images.resolve("01_xray0005.png"));
        run(Samples.example(), "--data", images).refused("01_xray0005.png", "32 x 32");
    }

    @Test
    void aTruncatedImage() throws IOException {
        var images = Samples.images(folder.resolve("images"), "01", 5, Samples.SIZE);
        var file = images.resolve("01_xray0003.png");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        run(Samples.example(), "--data", images).refused("01_xray0003.png", "cut off");
    }

    @Test
    void anExperimentOfAnUnknownVersion() {
        run(changed("formatVersion=\"1\"", "formatVersion=\"7\"")).refused("changed.penumbra", "7");
    }

    @Test
    void aFactorOnAFeatureThatDoesNotExist() {
        var path = "variants/MedNeRF/losses/perceptual/weight\"";
        var file =
                Samples.changed(
                        Samples.ablation(),
                        folder,
                        "path=\"" + path,
                        "path=\"variants/MedNeRF/wieght\"");
        var use = run(file);
        assertEquals(2, use.code());
        // The exclusion that names the factor is wrong now, too, and has its own line.
        assertEquals(2, use.err().lines().count(), use.err());
        var first = use.err().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("penumbra: ablation/factors/perceptual weight/path"), first);
        assertTrue(first.contains("variants/MedNeRF/wieght; the nearest are "), first);
    }

    @Test
    void aNegativeWeight() {
        run(changed("weight=\"0.3\"", "weight=\"-0.3\"")).refused("weight", "0 or larger");
        run(Samples.example(), "--set", "variants/MedNeRF/losses/pixel/weight=-1")
                .refused("variants/MedNeRF/losses/pixel/weight", "0 or larger");
    }

    @Test
    void anExternalEntity() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        var entity = "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
        run(changed("?>", entity)).refused("document type");
    }

    @Test
    void aRunFolderOfANewerRelease() throws IOException {
        var runs = folder.resolve("newer");
        var run = Samples.finished(runs, "MedNeRF", 1, Map.of("psnr", 26.0)).path();
        var file = run.resolve("run.json");
        var text = Files.readString(file);
        Files.writeString(file, text.replace("\"formatVersion\": 1", "\"formatVersion\": 99"));
        Use.of("show", run).refused("99", "newer");
        Use.of("show", "--runs", runs, "MedNeRF-s1").refused("99", "newer");
        Use.of("runs", "--runs", runs).refused("99", "newer");
        Use.of("compare", "--runs", runs).refused("99", "newer");
        Use.of("worker", run).refused("99", "newer");
    }

    @Test
    void optionsThatMeanNothing() {
        run(Samples.example(), "--set", "iterations").refused("iterations", "PATH=VALUE");
        run(Samples.example(), "--set", "variants/*/iteratons=3").refused("variants/*/iterations");
        run(Samples.example(), "--seeds", "1,x").refused("seeds", "x");
        run(Samples.example(), "--device", "gpu").refused("gpu", "cuda");
        run(Samples.example(), "--jobs", "0").refused("--jobs");
        run(Samples.example(), "--only", "NoSuch*").refused("NoSuch*", "MedNeRF/seed=1");
        run(Samples.example(), "--weights", folder.resolve("w")).refused("weights folder");
    }

    @Test
    void everyBrokenConstraintHasItsLine() {
        var use = run(Samples.example(), "--set", "variants/*/camera/near=20");
        assertEquals(2, use.code(), use.err());
        assertEquals(2, use.err().lines().count(), use.err());
        assertTrue(use.err().lines().allMatch(line -> line.startsWith("penumbra: variants/")));
    }

    @Test
    void aLossWithoutItsNetworkWeights() {
        var use =
                run(Samples.example(), "--set", "variants/*/losses/perceptual/kind=lpips_squeeze");
        assertEquals(2, use.code());
        var last = use.err().lines().reduce((a, b) -> b).orElse("");
        assertTrue(last.startsWith("penumbra: ") && last.contains("--weights"), use.err());
        assertTrue(last.contains("lpips_lin_v0.1_squeeze.npz"), last);
    }

    @Test
    void weightsThatAreThereSatisfyTheLoss() throws IOException {
        var weights = Files.createDirectories(folder.resolve("weights/lpips-squeezenet"));
        Files.createFile(weights.resolve("lpips_lin_v0.1_squeeze.npz"));
        Object[] plan = {
            "plan",
            Samples.example(),
            "--weights",
            folder.resolve("weights"),
            "--set",
            "variants/*/losses/perceptual/kind=lpips_squeeze"
        };
        assertTrue(Use.of(plan).done().err().contains("network weights are not there"));
        Files.createFile(weights.resolve("squeezenet1_1_torchvision_fp16.npz"));
        assertFalse(Use.of(plan).done().err().contains("network weights are not there"));
    }

    @Test
    void runsThatAreNotThere() {
        Use.of("runs", "--runs", folder.resolve("none")).refused("none");
        Use.of("show", "abcd", "--runs", folder).refused("abcd");
        Use.of("worker", folder).refused("run.json");
        Samples.finished(folder.resolve("some"), "MedNeRF", 1, Map.of());
        var some = folder.resolve("some");
        Use.of("compare", "--runs", some, "--baseline", "Other").refused("Other", "MedNeRF");
        Use.of("compare", "--runs", some, "--format", "html").refused("html", "latex");
    }
}
