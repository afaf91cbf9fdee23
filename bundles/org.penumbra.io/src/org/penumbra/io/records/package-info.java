// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Append-only files of checksummed records, framed as TensorFlow's TFRecord and TensorBoard's event
 * files are: little-endian 64-bit length, masked CRC-32C of the length, the bytes, masked CRC-32C
 * of the bytes.
 */
package org.penumbra.io.records;
