// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Puts runs to work on a Slurm cluster: one array job for what is handed over together, followed by
 * {@code squeue}, {@code scontrol} and, where there is accounting, {@code sacct}.
 *
 * <p>Only Slurm's own programs are used, found on {@code PATH}. The runs folder must be on a file
 * system that the nodes share, and Penumbra must be installed there too: the job starts the same
 * worker, from the same path, as the local launcher.
 */
package org.penumbra.runs.slurm;
