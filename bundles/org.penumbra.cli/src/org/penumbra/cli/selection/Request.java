// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param file the experiment
 * @param data {@code [NAME=]PATH}: other data for its datasets
 * @param only a pattern for run names
 * @param settings {@code PATH=VALUE}: other values of settings
 * @param seeds other seeds, between commas
 * @param device another device
 * @param weights the folder of the user's network weights
 * @param code the folder that {@code ${code}} stands for
 */
public record Request(
        Path file,
        List<String> data,
        Optional<String> only,
        List<String> settings,
        Optional<String> seeds,
        Optional<String> device,
        Optional<Path> weights,
        Optional<Path> code) {}
