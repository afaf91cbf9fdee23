// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Small numbers in few bytes: how the index keeps curves and places in logs. The bytes are only
 * ever read by the release that wrote them, because the index is rebuilt when its version changes.
 */
package org.penumbra.runs.index.blob;
