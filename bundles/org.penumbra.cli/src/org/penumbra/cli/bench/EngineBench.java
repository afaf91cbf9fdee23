// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.worker.WorkerCall;

import java.util.List;

/**
 * A measurement that a worker makes.
 *
 * @param console where its remarks are printed
 * @param arguments what it is asked for
 */
public record EngineBench(Console console, List<String> arguments) implements Bench {
    @Override
    public JsonObject measure() throws InterruptedException {
        var figures = new JsonObject();
        new WorkerCall(console, line -> line.asMap().forEach(figures::add)).run("bench", arguments);
        return figures;
    }
}
