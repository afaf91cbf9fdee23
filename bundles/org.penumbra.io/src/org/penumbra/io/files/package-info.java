// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Files that are either whole or not there: written under a temporary name, forced to the disk and
 * renamed, so that neither a crash nor a reader ever meets half a file; and SHA-256 checksums.
 */
package org.penumbra.io.files;
