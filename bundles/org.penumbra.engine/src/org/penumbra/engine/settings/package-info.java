// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * A run's settings as records, read from the {@code settings} object of its spec. The names are the
 * features of the experiment model; every setting must be there, so that a run never depends on a
 * default of the release that happens to execute it.
 */
package org.penumbra.engine.settings;
