// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * What every reader and writer of Penumbra shares: the one exception that tells a user about bad
 * input, and the checks on shapes that stand before every allocation.
 *
 * <p>Files are data that somebody else may have written: no size in a header is believed before it
 * was compared with what is really there.
 */
package org.penumbra.io;
