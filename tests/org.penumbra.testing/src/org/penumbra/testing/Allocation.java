// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.testing;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/** How much memory a piece of code asks for, to show that no header of a file can make it ask. */
public final class Allocation {
    private Allocation() {}

    /**
     * Runs code and counts what this thread allocates meanwhile, collected or not.
     *
     * @param code what to run
     * @return bytes
     */
    public static long during(Runnable code) {
        var before = soFar();
        code.run();
        return soFar() - before;
    }

    private static long soFar() {
        try {
            var threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            var server = ManagementFactory.getPlatformMBeanServer();
            return (long) server.getAttribute(threads, "CurrentThreadAllocatedBytes");
        } catch (JMException e) {
            throw new AssertionError("this Java does not count allocations", e);
        }
    }
}
