// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import java.util.List;

/**
 * A factor as far as combinations are concerned.
 *
 * @param path the feature path, as written
 * @param levels its levels, at least one
 */
record FactorLevels(String path, List<String> levels) {}
