// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import com.google.gson.JsonObject;

import org.penumbra.engine.torch.Torch;
import org.penumbra.runs.folder.Host;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** What a run's numbers may depend on besides its spec. */
final class Environment {
    private Environment() {}

    static JsonObject facts(Torch torch) {
        var facts = machine();
        facts.addProperty("libtorch", torch.version());
        facts.addProperty("device", torch.device().toString());
        facts.addProperty("threads", torch.threads());
        return facts;
    }

    /** What is known without a mathematics library. */
    static JsonObject machine() {
        var facts = new JsonObject();
        facts.addProperty("penumbra", version());
        facts.addProperty("java", Runtime.version().toString());
        facts.addProperty("system", System.getProperty("os.name"));
        facts.addProperty("systemVersion", System.getProperty("os.version"));
        facts.addProperty("architecture", System.getProperty("os.arch"));
        facts.addProperty("processors", Runtime.getRuntime().availableProcessors());
        facts.addProperty("host", Host.name());
        return facts;
    }

    /** The same and the state of the sources, for the record of an attempt. */
    static JsonObject record(Torch torch) {
        var facts = facts(torch);
        GitState.here().ifPresent(git -> facts.add("git", git.json()));
        return facts;
    }

    /** The product's version; {@code development} outside a packed bundle. */
    static String version() {
        var place = Environment.class.getProtectionDomain().getCodeSource().getLocation();
        try (var jar = new JarFile(Path.of(place.toURI()).toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
        } catch (IOException | URISyntaxException e) {
            return "development";
        }
    }
}
