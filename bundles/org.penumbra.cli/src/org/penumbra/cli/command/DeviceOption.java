// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.selection.Device;

import java.util.List;
import java.util.Optional;

/** The device of commands that have no experiment to set it in. */
final class DeviceOption {
    private DeviceOption() {}

    /** Adds a device that was named to a worker's arguments. */
    static void add(String name, List<String> arguments) {
        Optional.ofNullable(name)
                .map(Device::checked)
                .ifPresent(device -> arguments.addAll(List.of("--device", device)));
    }
}
