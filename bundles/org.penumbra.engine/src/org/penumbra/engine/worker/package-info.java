// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The worker process: one run, or one task that needs a network, per process. It prints JSON lines
 * on its standard output and ends with 0 (done), 1 (failed), 2 (wrong input), 4 (another process
 * has the run) or 130 (stopped).
 */
package org.penumbra.engine.worker;
