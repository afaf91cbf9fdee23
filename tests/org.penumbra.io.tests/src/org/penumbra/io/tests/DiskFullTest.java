// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.files.DiskFull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

class DiskFullTest {
    @TempDir Path folder;

    private boolean caused(IOException cause) {
        return DiskFull.caused(new UncheckedIOException(cause), folder);
    }

    @Test
    void theReasonIsFoundBelowWhatWrapsIt() {
        assertTrue(caused(new IOException("No space left on device")));
        assertTrue(caused(new FileSystemException("x", null, "Disk quota exceeded")));
        var wrapped = new IllegalStateException("x", new IOException("No space left on device"));
        assertTrue(DiskFull.caused(wrapped, folder));
    }

    @Test
    void otherReasonsAreNotTaken() {
        assertFalse(caused(new AccessDeniedException("x")));
        assertFalse(caused(new IOException()));
        assertFalse(DiskFull.caused(new IllegalStateException("diverged"), folder));
    }
}
