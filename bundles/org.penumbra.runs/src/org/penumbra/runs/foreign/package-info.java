// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * What other programs leave behind, as a run's own: TensorBoard logs become its curves, image files
 * its renders, result files its figures. Sources are only read.
 */
package org.penumbra.runs.foreign;
