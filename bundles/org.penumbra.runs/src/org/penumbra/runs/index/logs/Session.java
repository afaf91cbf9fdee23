// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

/**
 * A session began: what stands before in the run's logs at its step and later does not count.
 *
 * @param file which of the run's files, counted from 0 in the order of the attempts
 * @param offset where its record is, in bytes from the beginning of the file
 * @param step its step
 */
public record Session(int file, long offset, long step) {
    boolean before(int otherFile, long otherOffset) {
        return file < otherFile || file == otherFile && offset < otherOffset;
    }
}
