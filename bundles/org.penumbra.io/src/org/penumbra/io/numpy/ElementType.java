// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Pattern;

/**
 * A NumPy element type.
 *
 * @param codec its kind and width
 * @param bytes bytes of one element in the file
 * @param order of the bytes
 */
record ElementType(Codec codec, int bytes, ByteOrder order) {
    private static final Pattern FORM = Pattern.compile("([<>|=])([a-zA-Z])(\\d{1,6})");

    static ElementType parse(String descr, String where) {
        var form = FORM.matcher(descr);
        if (!form.matches()) {
            throw unknown(descr, where);
        }
        var width = Integer.parseInt(form.group(3));
        var order = form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var codec =
                Codec.of(form.group(2).charAt(0), width).orElseThrow(() -> unknown(descr, where));
        return new ElementType(codec, codec == Codec.TEXT ? width * Codec.POINT : width, order);
    }

    private static InputException unknown(String descr, String where) {
        return new InputException(
                ("%s has elements of NumPy type \"%s\"; save it with a numeric, boolean or text "
                                + "type.")
                        .formatted(where, descr));
    }

    /** The type that elements in memory are written as. */
    static ElementType writing(Object data) {
        var codec = Codec.writing(data);
        return new ElementType(codec, codec.width(data), ByteOrder.LITTLE_ENDIAN);
    }

    String descr() {
        var prefix = codec == Codec.BOOLEAN ? '|' : '<';
        return "" + prefix + codec.kind + (codec == Codec.TEXT ? bytes / Codec.POINT : bytes);
    }

    Object decode(ByteBuffer from, Object to, int at, String where) {
        from.order(order);
        for (var i = at; from.remaining() >= bytes; i++) {
            codec.read(from, bytes, to, i, where);
        }
        return to;
    }
}
