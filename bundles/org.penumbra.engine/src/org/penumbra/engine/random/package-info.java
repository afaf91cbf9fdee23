// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * Random numbers without state: each draw is a function of seed, purpose and step, so that a run
 * can be cut anywhere and go on with the same numbers.
 */
package org.penumbra.engine.random;
