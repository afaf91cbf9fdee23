// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Works on many things with a pool, never more than a number of them ahead of who takes them. */
final class Slices<T, R> {
    private final Iterator<T> rest;
    private final int ahead;
    private final CompletionService<R> done;
    private final Function<T, R> work;
    private int running;

    Slices(List<T> things, int ahead, ExecutorService pool, Function<T, R> work) {
        rest = things.iterator();
        this.ahead = ahead;
        done = new ExecutorCompletionService<>(pool);
        this.work = work;
    }

    /**
     * Waits for the next results, in the order in which they are done.
     *
     * @return as many as asked for; fewer at the end, and none after it
     */
    List<R> next(int size) throws InterruptedException, ExecutionException {
        var results = new ArrayList<R>();
        submit();
        while (results.size() < size && running > 0) {
            results.add(done.take().get());
            running--;
            submit();
        }
        return results;
    }

    private void submit() {
        while (running < ahead && rest.hasNext()) {
            var thing = rest.next();
            done.submit(() -> work.apply(thing));
            running++;
        }
    }
}
