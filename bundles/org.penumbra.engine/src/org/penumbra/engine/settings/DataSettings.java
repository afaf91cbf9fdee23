// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.imaging.projection.ScanGeometry;
import org.penumbra.io.InputException;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The data of a run's spec.
 *
 * @param node the spec's {@code data} object
 */
public record DataSettings(SettingsNode node) {
    /** Reads the {@code data} object of a run's spec. */
    public static DataSettings read(JsonObject data) {
        return new DataSettings(new SettingsNode("data", data));
    }

    /** {@code drr-folder} or {@code phantom}. */
    public String kind() {
        return node.text("kind");
    }

    /** Pixels along a side of each image. */
    public int imageSize() {
        return node.integer("imageSize", 1);
    }

    /** What the content must be: {@code sha256:...}. */
    public String fingerprint() {
        return node.text("fingerprint");
    }

    /** The instances to use, by name; none: all. */
    public List<String> instances() {
        return texts("instances");
    }

    /** The views that are kept from training, as {@code 01:7}. */
    public List<String> heldOut() {
        return texts("heldOut");
    }

    /** The phantom's name. */
    public String phantom() {
        return node.text("phantom");
    }

    /** How many instances of the phantom. */
    public int instanceCount() {
        return node.integer("instances", 1);
    }

    /** How the phantom is projected. */
    public ScanGeometry geometry() {
        var geometry = node.child("geometry");
        return new ScanGeometry(
                geometry.real("dso"),
                geometry.real("dsd"),
                geometry.real("detectorSize"),
                imageSize(),
                geometry.real("startAngle"),
                geometry.real("arc"),
                geometry.integer("views", 1));
    }

    private List<String> texts(String name) {
        var element = node.json().get(name);
        if (element == null) {
            return List.of();
        }
        if (!(element instanceof JsonArray array)) {
            throw new InputException("The setting data/" + name + " must be a list of names.");
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }
}
