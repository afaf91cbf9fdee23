// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.io.files.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The content hash of a set of views. */
final class Fingerprint {
    private Fingerprint() {}

    /** Hashes the views in key order, every variable-length part with its length before it. */
    static String of(DrrSet set) {
        var digest = new Sha256();
        digest.update(ByteBuffer.allocate(4).putInt(set.imageSize()).flip());
        for (var view : set.views()) {
            add(digest, view);
        }
        return "sha256:" + digest.hex();
    }

    private static void add(Sha256 digest, DrrView view) {
        var name = view.key().instance().getBytes(StandardCharsets.UTF_8);
        var head = ByteBuffer.allocate(8 + name.length);
        digest.update(head.putInt(name.length).put(name).putInt(view.key().index()).flip());
        var pixels = ByteBuffer.allocate(4 * view.pixels().length);
        pixels.asFloatBuffer().put(view.pixels());
        digest.update(pixels);
    }
}
