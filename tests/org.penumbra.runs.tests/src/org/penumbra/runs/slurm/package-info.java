// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/** Slurm's programs as they answer and as they fail, and the batch script in a real shell. */
package org.penumbra.runs.slurm;
