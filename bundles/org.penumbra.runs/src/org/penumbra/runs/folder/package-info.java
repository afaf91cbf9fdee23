// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The run folder: everything that is known about one run, on disk, readable without this program.
 *
 * <p>{@code run.json} (and {@code run.yaml} for people) says what the run is and never changes its
 * identity; {@code status.json} says where it stands; {@code attempts/NNN/} belong to one worker
 * process each; {@code checkpoints/}, {@code renders/} and {@code results.json} are its products.
 * Whatever else the program shows can be built again from these files.
 */
package org.penumbra.runs.folder;
