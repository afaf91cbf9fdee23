// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.code.CodeFingerprint;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of a shell script, in folders of a test. */
final class ScriptRun {
    private final Path code;
    private final Path run;
    private final JsonObject settings;
    private JsonObject data = object("{\"kind\":\"none\"}");
    private long patience = 30;

    ScriptRun(Path folder, String script) {
        code = folder.resolve("code");
        run = folder.resolve("runs").resolve("own");
        write("run.sh", script);
        settings =
                object(
                        """
                        {"command":["sh","run.sh","${out}"],"sources":["run.sh"],\
                        "parameters":{"name":{"value":"x"}},"environment":{},\
                        "settingsFormat":"none","settingsFile":"","settingsTemplate":"",\
                        "resume":["again"],"eventFolder":"${out}/events","tags":[],"images":"",\
                        "resultsFile":"${out}/results.json","metrics":[],"stepsParameter":"",\
                        "lastStep":0}\
                        """);
    }

    private static JsonObject object(String json) {
        return Json.parse(json).getAsJsonObject();
    }

    /** Writes a file into the folder of the code. */
    ScriptRun write(String name, String content) {
        try {
            Files.createDirectories(code);
            Files.writeString(code.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path code() {
        return code;
    }

    ScriptRun set(String name, String value) {
        settings.addProperty(name, value);
        return this;
    }

    ScriptRun set(String name, long value) {
        settings.addProperty(name, value);
        return this;
    }

    ScriptRun set(String name, List<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        settings.add(name, array);
        return this;
    }

    ScriptRun parameter(String name, String value) {
        var parameter = new JsonObject();
        parameter.addProperty("value", value);
        settings.getAsJsonObject("parameters").add(name, parameter);
        return this;
    }

    ScriptRun environment(String name, String value) {
        var variable = new JsonObject();
        variable.addProperty("value", value);
        settings.getAsJsonObject("environment").add(name, variable);
        return this;
    }

    ScriptRun data(JsonObject images) {
        data = images;
        return this;
    }

    ScriptRun patience(long seconds) {
        patience = seconds;
        return this;
    }

    /** The run folder, made when it is missing. */
    RunFolder folder() {
        return RunFolder.isRunFolder(run) ? RunFolder.open(run) : RunFolder.create(run, describe());
    }

    private RunDescription describe() {
        var spec = new JsonObject();
        spec.addProperty("format", 1);
        spec.add("method", object("{\"name\":\"ExternalMethod\",\"version\":1}"));
        spec.add("settings", settings);
        spec.add("data", data);
        spec.addProperty("seed", 5);
        spec.addProperty("code", CodeFingerprint.of(code, List.of("run.sh")));
        var resources = object("{\"device\":\"cpu\",\"threads\":1,\"stopSignal\":\"term\"}");
        resources.addProperty("code", code.toString());
        resources.addProperty("patience", patience);
        return new RunDescription(
                CanonicalJson.sha256(spec),
                "own/seed=5",
                "test",
                "own",
                Map.of(),
                spec,
                Optional.empty(),
                object("{\"profile\":\"mednerf\"}"),
                resources);
    }

    /** Runs it in this process. */
    int execute() {
        return Worker.execute(List.of("run", folder().path().toString()));
    }

    /** What the last attempt's log says. */
    String log() {
        try {
            return Files.readString(folder().attempts().getLast().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
