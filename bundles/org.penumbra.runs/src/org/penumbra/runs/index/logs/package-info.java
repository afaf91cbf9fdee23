// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * A run's event files as one log: which points of which file count, and where in the files to look
 * for a range of steps.
 */
package org.penumbra.runs.index.logs;
