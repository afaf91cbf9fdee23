// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;

/**
 * What a launcher gets to start.
 *
 * @param run the run
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param threads threads of the mathematics library where the run itself names none; 0 leaves it to
 *     the launcher
 */
public record Assignment(RunFolder run, String device, int threads) {}
