// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import java.util.List;

/**
 * A loss term.
 *
 * @param name what the user calls it; its curve is {@code loss/NAME}
 * @param kind what it measures
 * @param weight its fixed weight, zero or more
 */
public record LossSettings(String name, LossKind kind, double weight) {
    static LossSettings read(String name, SettingsNode node) {
        return new LossSettings(
                name, node.choice("kind", LossKind.class), node.notNegative("weight"));
    }

    static List<LossSettings> readAll(SettingsNode node) {
        return node.children().entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList();
    }
}
