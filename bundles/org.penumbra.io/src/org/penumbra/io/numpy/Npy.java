// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;
import org.penumbra.io.files.AtomicFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One array in NumPy's {@code .npy} format. */
public final class Npy {
    private Npy() {}

    /**
     * Reads a file.
     *
     * @param file the file, which must end with its last element
     * @return its array, in row-major order whatever the file's order is
     * @throws InputException if it cannot be read or is not a whole {@code .npy} file
     */
    public static NpyArray read(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return whole(in, "The file " + file, new MemoryBudget());
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /**
     * Reads one array from a stream and leaves the stream behind its last element.
     *
     * @param in the stream, not closed
     * @return its array, in row-major order
     * @throws InputException if it does not hold a whole array
     * @throws UncheckedIOException if reading fails
     */
    public static NpyArray read(InputStream in) {
        try {
            return read(in, "The array", new MemoryBudget());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an array that must be all that the stream holds. */
    static NpyArray whole(InputStream in, String where, MemoryBudget budget) throws IOException {
        var array = read(in, where, budget);
        if (in.read() >= 0) {
            throw new InputException(
                    where + " goes on behind its last element; the file is damaged, get it again.");
        }
        return array;
    }

    private static NpyArray read(InputStream in, String where, MemoryBudget budget)
            throws IOException {
        var header = Header.read(in, where);
        var type = header.type();
        var count = header.elements(where);
        budget.take((long) count * type.codec().memoryBytes(type.bytes()), where);
        var data = Elements.read(in, type, count, where);
        var ordered =
                header.fortranOrder() && header.shape().length > 1
                        ? Elements.rowMajor(data, header.shape(), type)
                        : data;
        return new NpyArray(header.shape(), ordered);
    }

    /**
     * Writes single precision in one step.
     *
     * @param file the file to create or replace
     * @param shape extents, slowest first
     * @param data elements in row-major order
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, int[] shape, float[] data) {
        write(file, new NpyArray(shape, data));
    }

    /**
     * Writes an array in one step, as f4, f8, i8, b1 or U according to its elements.
     *
     * @param file the file to create or replace
     * @param array what to write
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, NpyArray array) {
        AtomicFile.write(file, out -> write(out, array));
    }

    /**
     * Writes an array to a stream.
     *
     * @param out the stream, neither flushed nor closed
     * @param array what to write
     * @throws IOException if writing fails
     */
    public static void write(OutputStream out, NpyArray array) throws IOException {
        var type = ElementType.writing(array.data());
        out.write(new Header(type, false, array.shape()).bytes());
        Elements.write(out, type, array.data());
    }
}
