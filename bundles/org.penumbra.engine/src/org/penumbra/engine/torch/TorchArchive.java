// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive form of a TorchScript module without attributes: a zip of {@code data.pkl}
 * (one object of the module's class), {@code constants.pkl} (an empty tuple), the source and the
 * version of the operator set.
 */
final class TorchArchive {
    /** The operator set of libtorch 2.x, which needs none of the upgraders for older sets. */
    private static final String OPERATOR_SET = "10";

    private TorchArchive() {}

    static byte[] of(String name, String methods) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "data.pkl", pickledModule(name));
            entry(zip, "code/__torch__.py", source(name, methods).getBytes(UTF_8));
            entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "version", (OPERATOR_SET + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String source(String name, String methods) {
        return "class "
                + name
                + "(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                + methods.replace("(self,", "(self: __torch__." + name + ",").indent(2);
    }

    /** Pickle, protocol 2: an object of the class with the state {'training': False}. */
    private static byte[] pickledModule(String name) throws IOException {
        var pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.write(("c__torch__\n" + name + "\n").getBytes(UTF_8));
        pickle.write(")\u0081}(X".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        pickle.write(new byte[] {8, 0, 0, 0});
        pickle.write("training".getBytes(UTF_8));
        pickle.write(new byte[] {(byte) 0x89, 'u', 'b', '.'});
        return pickle.toByteArray();
    }

    // libtorch's reader wants plain stored entries with sizes in their local headers.
    private static void entry(ZipOutputStream zip, String path, byte[] data) throws IOException {
        var crc = new CRC32();
        crc.update(data);
        var entry = new ZipEntry("archive/" + path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(data.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }
}
