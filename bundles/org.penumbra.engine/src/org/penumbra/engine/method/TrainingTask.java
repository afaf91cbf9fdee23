// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

import com.google.gson.JsonObject;

import org.penumbra.engine.torch.Torch;
import org.penumbra.imaging.drr.DrrSet;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a trainer gets.
 *
 * @param settings the settings of the run's spec
 * @param seed the key of all its random numbers
 * @param views every view of the data, held-out ones too
 * @param training the views to train with
 * @param torch the started engine, on the device to compute on
 * @param weights the folder of the user's network weights, where there is one
 */
public record TrainingTask(
        JsonObject settings,
        long seed,
        DrrSet views,
        DrrSet training,
        Torch torch,
        Optional<Path> weights) {}
