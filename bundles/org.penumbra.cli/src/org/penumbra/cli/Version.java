// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Says which release this is, from the bundle's own manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws Exception {
        var place =
                Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new String[] {
            "Penumbra " + (Files.isRegularFile(place) ? bundleVersion(place) : "(development)")
        };
    }

    private static String bundleVersion(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var version = file.getManifest().getMainAttributes().getValue("Bundle-Version");
            return version == null ? "(unknown release)" : version;
        }
    }
}
