// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The small languages in which an experiment speaks of a program of the user's own: placeholders,
 * paths inside the program's work folder, patterns of image files. Validation, worker and adoption
 * share them.
 */
package org.penumbra.model.external;
