// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * NumPy's array files: {@code .npy} (one array) and {@code .npz} (a zip archive of named arrays),
 * in the format versions 1.0 to 3.0. Arrays of Python objects are code, not data, and are refused.
 */
package org.penumbra.io.numpy;
