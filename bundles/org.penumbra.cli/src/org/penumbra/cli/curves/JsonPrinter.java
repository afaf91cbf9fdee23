// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.cli.Console;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.json.Numbers;

/** One object; a curve's points are rows of step, wall time and value. */
public final class JsonPrinter implements CurvePrinter {
    private final Console console;
    private String separator = "";

    /** A printer that prints there. */
    public JsonPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void begin() {
        console.text("{\"columns\":[\"step\",\"wall_time\",\"value\"],\"curves\":[");
    }

    @Override
    public void print(String run, Curve curve) {
        var json = new JsonObject();
        json.addProperty("run", run);
        json.addProperty("folder", curve.run());
        json.addProperty("tag", curve.tag());
        var rows = new JsonArray();
        curve.points().points().forEach(p -> rows.add(row(p.step(), p.wallTime(), p.value())));
        json.add("points", rows);
        console.text(separator + "\n" + json);
        separator = ",";
    }

    private static JsonArray row(long step, double wallTime, double value) {
        var row = new JsonArray();
        row.add(step);
        row.add(Numbers.json(wallTime));
        row.add(number(value));
        return row;
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) && (float) value == value
                ? new JsonPrimitive((float) value)
                : Numbers.json(value);
    }

    @Override
    public void end() {
        console.text("\n]}\n");
    }
}
