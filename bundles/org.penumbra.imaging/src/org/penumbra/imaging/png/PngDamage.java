// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.png;

/** What is wrong with a PNG file, in words for its user. */
final class PngDamage extends Exception {
    private static final long serialVersionUID = 1;

    PngDamage(String message) {
        super(message);
    }
}
