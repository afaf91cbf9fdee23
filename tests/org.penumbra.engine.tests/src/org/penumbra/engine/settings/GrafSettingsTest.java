// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.worker.SmallTraining;
import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.List;

class GrafSettingsTest {
    private static final List<String> OPTIONAL = List.of("settings/discriminator/reconstruction");

    /** A place in the settings. */
    private record Place(JsonObject parent, String name, String path) {}

    /** Settings for which an empty list is right. */
    private static final List<String> LISTS = List.of("milestones", "furtherViews");

    @Test
    void readsEverySetting() {
        var settings = GrafSettings.read(SmallTraining.settings());
        assertEquals(Fidelity.CODE, settings.fidelity());
        assertEquals(8, settings.steps());
        assertEquals(8, settings.field().code());
        assertEquals(77.5, settings.fineTuning().polar());
        assertEquals(List.of(2), settings.schedule().milestones());
        assertEquals(
                new LossSettings("perceptual", LossKind.MS_SSIM, 0.3), settings.losses().get(0));
        assertEquals(OptimiserSettings.Kind.ADAM, settings.fineTuning().codeOptimiser().kind());
    }

    @Test
    void everyMissingSettingIsNamed() {
        var count = places(SmallTraining.settings()).size();
        assertTrue(count > 90, () -> "only " + count + " settings");
        for (int i = 0; i < count; i++) {
            var settings = SmallTraining.settings();
            var place = places(settings).get(i);
            place.parent().remove(place.name());
            if (!removable(place)) {
                assertNames(settings, place.path());
            }
        }
    }

    @Test
    void everyMistypedSettingIsNamed() {
        var count = places(SmallTraining.settings()).size();
        for (int i = 0; i < count; i++) {
            var settings = SmallTraining.settings();
            var place = places(settings).get(i);
            place.parent().add(place.name(), new com.google.gson.JsonArray());
            if (!LISTS.contains(place.name())) {
                assertNames(settings, place.path());
            }
        }
    }

    @Test
    void aNegativeWeightIsRefused() {
        var settings = SmallTraining.settings();
        settings.getAsJsonObject("losses")
                .getAsJsonObject("pixel")
                .add("weight", new JsonPrimitive(-1));
        assertNames(settings, "settings/losses/pixel/weight");
    }

    private static boolean removable(Place place) {
        return OPTIONAL.contains(place.path()) || place.path().matches("settings/losses/[a-z]+");
    }

    private static void assertNames(JsonObject settings, String path) {
        var error = assertThrows(InputException.class, () -> GrafSettings.read(settings), path);
        assertTrue(error.getMessage().contains(path), () -> path + ": " + error.getMessage());
    }

    private static List<Place> places(JsonObject settings) {
        var places = new ArrayList<Place>();
        collect(settings, "settings", places);
        return places;
    }

    private static void collect(JsonObject object, String path, List<Place> into) {
        for (var name : object.keySet()) {
            into.add(new Place(object, name, path + "/" + name));
            if (object.get(name) instanceof JsonObject child) {
                collect(child, path + "/" + name, into);
            }
        }
    }
}
