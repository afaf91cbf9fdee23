// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.penumbra.io.InputException;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of devices. */
public final class Device {
    private static final Pattern NAME = Pattern.compile("auto|cpu|cuda:\\d{1,3}");

    private Device() {}

    /**
     * The name itself.
     *
     * @throws InputException when no device is called so
     */
    public static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    "There is no device '%s': choose auto, cpu or cuda:N, N the number of the GPU"
                            .formatted(name));
        }
        return name;
    }

    /**
     * The names in a list between commas.
     *
     * @throws InputException when no device is called so, or one is named twice
     */
    public static List<String> list(String names) {
        var list = Stream.of(names.split(",", -1)).map(String::strip).map(Device::checked).toList();
        if (Set.copyOf(list).size() < list.size()) {
            throw new InputException("'%s' names a device twice".formatted(names));
        }
        return list;
    }
}
