// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/** Pausing, going on, cancelling and trying again: of runs at work, waiting, or cut. */
package org.penumbra.runs.control;
