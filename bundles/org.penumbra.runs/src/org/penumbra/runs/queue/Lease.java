// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.ownership.LockFile;
import org.penumbra.runs.ownership.ProcessMark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The right to be this machine's scheduler; a killed one loses it at once. */
final class Lease implements AutoCloseable {
    private final HostFolder host;
    private final LockFile lock;

    private Lease(HostFolder host, LockFile lock) {
        this.host = host;
        this.lock = lock;
    }

    /** Takes the lease; nothing when another process has it. */
    static Optional<Lease> take(HostFolder host) {
        if (holder(host).isPresent()) {
            return Optional.empty();
        }
        var lock = LockFile.take(host.lock());
        lock.ifPresent(mine -> JsonFile.write(host.leaseholder(), ProcessMark.own().toJson()));
        return lock.map(mine -> new Lease(host, mine));
    }

    /** The living process that has it. */
    static Optional<ProcessHandle> holder(HostFolder host) {
        try {
            return Files.exists(host.leaseholder())
                    ? ProcessMark.of(Fields.read(host.leaseholder())).process()
                    : Optional.empty();
        } catch (InputException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(host.leaseholder());
        } catch (IOException kept) {
            // The process that it names is gone in a moment; nobody takes it for living then.
            return;
        }
    }
}
