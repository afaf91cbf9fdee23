// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Moves elements between streams and arrays, in pieces. */
final class Elements {
    private static final int CHUNK_BYTES = 1 << 18;
    private static final int FIRST = 1 << 16;

    private Elements() {}

    /**
     * Reads elements. The array grows with what really arrives, so that a header alone cannot make
     * it large.
     */
    static Object read(InputStream in, ElementType type, int count, String where)
            throws IOException {
        var most = Math.max(1, CHUNK_BYTES / type.bytes());
        var data = type.codec().allocate(Math.min(count, Math.min(FIRST, most)));
        for (int i = 0, n; i < count; i += n) {
            n = Math.min(most, count - i);
            var chunk = in.readNBytes(n * type.bytes());
            if (chunk.length < n * type.bytes()) {
                throw new InputException(
                        where + " ends before its last element; it is cut short, get it again.");
            }
            data = withRoom(data, i + n, count, type);
            type.decode(ByteBuffer.wrap(chunk), data, i, where);
        }
        return data;
    }

    private static Object withRoom(Object data, int needed, int count, ElementType type) {
        var length = Array.getLength(data);
        if (length >= needed) {
            return data;
        }
        var longer = type.codec().allocate((int) Math.min(count, Math.max(needed, 2L * length)));
        System.arraycopy(data, 0, longer, 0, length);
        return longer;
    }

    static void write(OutputStream out, ElementType type, Object data) throws IOException {
        var count = Array.getLength(data);
        var most = Math.max(1, CHUNK_BYTES / type.bytes());
        for (int i = 0, n; i < count; i += n) {
            n = Math.min(most, count - i);
            var chunk = ByteBuffer.allocate(n * type.bytes()).order(type.order());
            for (var k = i; k < i + n; k++) {
                type.codec().write(data, k, chunk, type.bytes());
            }
            out.write(chunk.array());
        }
    }

    /** Puts elements whose first index runs fastest into row-major order. */
    static Object rowMajor(Object columnMajor, int[] shape, ElementType type) {
        var count = Array.getLength(columnMajor);
        var ordered = type.codec().allocate(count);
        var index = new int[shape.length];
        for (var i = 0; i < count; i++) {
            System.arraycopy(columnMajor, i, ordered, offset(index, shape), 1);
            advance(index, shape);
        }
        return ordered;
    }

    private static int offset(int[] index, int[] shape) {
        var offset = 0;
        for (var d = 0; d < shape.length; d++) {
            offset = offset * shape[d] + index[d];
        }
        return offset;
    }

    private static void advance(int[] index, int[] shape) {
        for (var d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
            index[d] = 0;
        }
    }
}
