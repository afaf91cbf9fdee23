// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Faults done to the built product: workers and their parents killed at random instants, a full
 * disk, unusable folders; and what has to be left of a run afterwards, which is everything.
 */
package org.penumbra.faults;
