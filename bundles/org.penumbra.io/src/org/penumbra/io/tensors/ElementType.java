// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tensors;

import org.penumbra.io.InputException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The element types that are read, all into single precision. */
enum ElementType {
    F16(2, from -> Float.float16ToFloat(from.getShort())),
    BF16(2, from -> Float.intBitsToFloat(from.getShort() << 16)),
    F32(4, ByteBuffer::getFloat),
    F64(8, from -> (float) from.getDouble()),
    I32(4, ByteBuffer::getInt),
    I64(8, ByteBuffer::getLong);

    private interface Element {
        float next(ByteBuffer from);
    }

    final int bytes;
    private final Element element;

    ElementType(int bytes, Element element) {
        this.bytes = bytes;
        this.element = element;
    }

    static ElementType of(String name, String where) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, where));
    }

    private static InputException unknown(String name, String where) {
        var known = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
        return new InputException(
                "%s has elements of type \"%s\"; convert it to one of %s."
                        .formatted(where, name, known));
    }

    void decode(ByteBuffer from, float[] to, int at) {
        for (var i = at; from.remaining() >= bytes; i++) {
            to[i] = element.next(from);
        }
    }
}
