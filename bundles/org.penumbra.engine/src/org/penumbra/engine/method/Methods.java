// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

import org.penumbra.io.InputException;

import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The methods on the class path. */
public final class Methods {
    private Methods() {}

    /**
     * The method of that name and version.
     *
     * @throws InputException naming what there is
     */
    public static Method find(String name, int version) {
        var all =
                ServiceLoader.load(Method.class, Methods.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return all.stream()
                .filter(method -> method.name().equals(name) && method.version() == version)
                .findFirst()
                .orElseThrow(
                        () ->
                                new InputException(
                                        "There is no method %s of version %d here, only %s."
                                                .formatted(
                                                        name,
                                                        version,
                                                        all.stream()
                                                                .map(Methods::describe)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static String describe(Method method) {
        return method.name() + " " + method.version();
    }
}
