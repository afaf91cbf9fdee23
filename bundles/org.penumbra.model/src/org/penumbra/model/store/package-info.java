// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Experiment files: EMF XMI, read as data from strangers and written whole or not at all. Every
 * setting is written out, also where it equals its default, so that a corrected default never
 * changes an old experiment.
 */
package org.penumbra.model.store;
