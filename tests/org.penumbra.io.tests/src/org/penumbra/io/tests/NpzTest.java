// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.Npy;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;
import org.penumbra.testing.Damage;
import org.penumbra.testing.Shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class NpzTest {
    @TempDir Path folder;

    @Property(tries = 50)
    void readsWhatItWrites(@ForAll("archives") Map<String, NpyArray> arrays) {
        var read = RoundTrip.through(file -> Npz.write(file, arrays), Npz::read);
        assertEquals(List.copyOf(arrays.keySet()), List.copyOf(read.keySet()));
        arrays.forEach((name, array) -> NumpyArrays.assertSame(array, read.get(name)));
    }

    @Provide
    Arbitrary<Map<String, NpyArray>> archives() {
        var names = Arbitraries.strings().alpha().withChars("._").ofMinLength(1).ofMaxLength(12);
        return Arbitraries.maps(names, NumpyArrays.any()).ofMaxSize(4);
    }

    @Test
    void writesEqualFilesForEqualArrays() {
        var array = Map.of("a", new NpyArray(new int[] {2}, new float[] {1, 2}));
        assertArrayEquals(bytes(array), bytes(array));
    }

    @Test
    void readsEveryGoldenArchive() throws IOException {
        try (var files = Files.list(Shared.path("golden"))) {
            var archives = files.filter(file -> file.toString().endsWith(".npz")).toList();
            assertTrue(archives.size() >= 8, archives.toString());
            archives.forEach(NpzTest::checkReadable);
        }
    }

    private static void checkReadable(Path archive) {
        var arrays = Npz.read(archive);
        assertTrue(!arrays.isEmpty(), archive.toString());
        // An array that was read wrongly would not come back from what is written of it.
        var again = RoundTrip.through(file -> Npz.write(file, arrays), Npz::read);
        arrays.forEach((name, array) -> NumpyArrays.assertSame(array, again.get(name)));
    }

    /** The figures of the material's own description. */
    @Test
    void readsGoldenNumbersAsDescribed() {
        var generator = Npz.read(Shared.path("golden/mednerf_generator.npz"));
        assertArrayEquals(new int[] {1, 256}, generator.get("z").shape());
        assertArrayEquals(new int[] {128, 128, 3}, generator.get("image_a").shape());
        var discriminator = Npz.read(Shared.path("golden/mednerf_discriminator.npz"));
        assertArrayEquals(new int[] {8, 3, 32, 32}, discriminator.get("patches").shape());
        assertArrayEquals(new long[] {3}, discriminator.get("train.part").longs());
        var losses = Npz.read(Shared.path("golden/uncertainty_weighting.npz")).get("task_losses");
        assertArrayEquals(new int[] {20, 2}, losses.shape());
    }

    @Test
    void refusesAWrongChecksum() {
        var bytes = stored("x.npy", npy(new float[] {1, 2, 3, 4}));
        bytes[30 + "x.npy".length() + 130] ^= 1;
        var file = write("checksum.npz", bytes);
        var failure = assertThrows(InputException.class, () -> Npz.read(file));
        assertTrue(failure.getMessage().contains("checksum"), failure.getMessage());
        assertTrue(failure.getMessage().contains("\"x\""), failure.getMessage());
    }

    @Test
    void believesNoHeaderBeforeTheElementsArrive() {
        var empty = new String(npy(new float[0]), StandardCharsets.ISO_8859_1);
        var huge = empty.replace("(0,), }" + " ".repeat(9), "(2000000000,), }");
        assertEquals(empty.length(), huge.length());
        var archive = stored("x.npy", huge.getBytes(StandardCharsets.ISO_8859_1));
        var file = write("huge.npz", archive);
        var failure = assertThrows(InputException.class, () -> Npz.read(file));
        assertTrue(failure.getMessage().matches(".*(memory|cut short).*"), failure.getMessage());
        RoundTrip.survives(archive, Npz::read);
    }

    @Test
    void refusesOtherFiles() throws IOException {
        var text = Files.writeString(folder.resolve("text.npz"), "not an archive");
        assertThrows(InputException.class, () -> Npz.read(text));
        var other = write("other.npz", stored("readme.txt", new byte[] {'h', 'i'}));
        assertThrows(InputException.class, () -> Npz.read(other));
        var missing = folder.resolve("missing.npz");
        var failure = assertThrows(InputException.class, () -> Npz.read(missing));
        assertTrue(failure.getMessage().contains("no file " + missing), failure.getMessage());
    }

    @Property
    void survivesDamage(@ForAll("damaged") byte[] damaged) {
        RoundTrip.survives(damaged, Npz::read);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        var arrays = new LinkedHashMap<String, NpyArray>();
        arrays.put("a", new NpyArray(new int[] {2}, new float[] {1, 2}));
        arrays.put("b", new NpyArray(new int[] {1}, new String[] {"text"}));
        return Arbitraries.oneOf(
                Damage.to(bytes(arrays)), Damage.to(stored("x.npy", npy(new float[] {1}))));
    }

    private static byte[] bytes(Map<String, NpyArray> arrays) {
        return RoundTrip.through(file -> Npz.write(file, arrays), NpzTest::content);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] npy(float[] data) {
        try {
            var out = new ByteArrayOutputStream();
            Npy.write(out, new NpyArray(new int[] {data.length}, data));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive whose entry is not compressed, as numpy.savez writes it. */
    private static byte[] stored(String name, byte[] content) {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
