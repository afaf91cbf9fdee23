// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;
import org.penumbra.io.Shape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What stands before the elements: magic, version, and a Python dictionary literal. */
record Header(ElementType type, boolean fortranOrder, int[] shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 1 << 16;
    private static final int LAST_VERSION = 3;

    static Header read(InputStream in, String where) throws IOException {
        var magic = in.readNBytes(MAGIC.length);
        var version = in.readNBytes(2);
        if (!Arrays.equals(magic, MAGIC) || version.length < 2) {
            throw new InputException(
                    where + " does not begin as a NumPy array does; check that it is one.");
        }
        if (version[0] < 1 || version[0] > LAST_VERSION) {
            throw new InputException(
                    "%s has the NumPy format version %d; save it with version 1, 2 or 3."
                            .formatted(where, version[0]));
        }
        var length = length(in, version[0] == 1 ? Short.BYTES : Integer.BYTES);
        var text = length > LONGEST ? new byte[0] : in.readNBytes((int) length);
        if (text.length == 0 || text.length < length) {
            throw new InputException(
                    where + " has a header that does not fit; the file is damaged, get it again.");
        }
        // Version 3 is UTF-8; its only text beyond ASCII is names of fields, which are refused.
        return new HeaderParser(new String(text, StandardCharsets.ISO_8859_1), where).header();
    }

    private static long length(InputStream in, int bytes) throws IOException {
        var little = Arrays.copyOf(in.readNBytes(bytes), Long.BYTES);
        return ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    int elements(String where) {
        return Shape.elements(shape, where);
    }

    /** The header as version 1.0, which every reader knows; elements begin at a multiple of 64. */
    byte[] bytes() {
        var extents = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        var text =
                "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
                        .formatted(type.descr(), fortranOrder ? "True" : "False", extents);
        var before = MAGIC.length + 2 + Short.BYTES;
        var padded = text + " ".repeat(Math.floorMod(-(before + text.length() + 1), ALIGNMENT));
        return ByteBuffer.allocate(before + padded.length() + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put(new byte[] {1, 0})
                .putShort((short) (padded.length() + 1))
                .put((padded + "\n").getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
