// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * How good a trained method is: the fine-tuned view and the held-out views of that instance,
 * measured by a metric profile, beside predictions that need no model.
 */
package org.penumbra.engine.evaluation;
