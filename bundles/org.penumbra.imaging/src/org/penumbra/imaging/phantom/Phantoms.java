// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

import org.penumbra.io.InputException;

/** The built-in phantoms by name. */
public final class Phantoms {
    private Phantoms() {}

    /**
     * A phantom in the anatomy of one instance: the same name and instance always give the same
     * body, other instances are other people.
     *
     * @param name {@code knee}, {@code chest} or {@code shepp-logan}
     * @param instance from 1
     * @throws InputException when there is no phantom of this name
     */
    public static Phantom named(String name, int instance) {
        return switch (name) {
            case "knee" -> KneePhantom.of(new Anatomy("knee", instance));
            case "chest" -> ChestPhantom.of(new Anatomy("chest", instance));
            case "shepp-logan" -> SheppLogan.of(new Anatomy("shepp-logan", instance));
            default ->
                    throw new InputException(
                            "there is no phantom '%s'; choose knee, chest or shepp-logan"
                                    .formatted(name));
        };
    }
}
