// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.files;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits, of a whole or piece by piece. */
public final class Sha256 {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest = newDigest();

    /**
     * The checksum of bytes.
     *
     * @param bytes what to sum up
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return new Sha256().update(bytes).hex();
    }

    /**
     * The checksum of a file's content.
     *
     * @param file the file
     * @return 64 hexadecimal digits
     * @throws InputException if it cannot be read
     */
    public static String of(Path file) {
        var sum = new Sha256();
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file)) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                sum.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
        return sum.hex();
    }

    /**
     * Adds bytes.
     *
     * @param bytes all of them are added
     * @return this
     */
    public Sha256 update(byte[] bytes) {
        return update(bytes, 0, bytes.length);
    }

    /**
     * Adds some bytes.
     *
     * @param bytes where they are
     * @param offset index of the first
     * @param length how many
     * @return this
     */
    public Sha256 update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /**
     * Adds the remaining bytes of a buffer.
     *
     * @param bytes the buffer, empty afterwards
     * @return this
     */
    public Sha256 update(ByteBuffer bytes) {
        digest.update(bytes);
        return this;
    }

    /**
     * The checksum of everything added; begins anew afterwards.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
