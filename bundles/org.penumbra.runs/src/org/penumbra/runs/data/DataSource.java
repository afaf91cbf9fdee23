// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.DataKind;
import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.projection.PhantomDrr;
import org.penumbra.imaging.projection.ScanGeometry;
import org.penumbra.io.InputException;
import org.penumbra.model.Dataset;
import org.penumbra.model.PhantomViews;
import org.penumbra.model.json.ModelJson;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads or renders the datasets of an experiment, every one once. */
public final class DataSource {
    private final DataPlaces places;
    private final Map<JsonObject, RunData> known = new HashMap<>();

    /** A source that finds data where {@code places} says. */
    public DataSource(DataPlaces places) {
        this.places = places;
    }

    /**
     * The images that a dataset means here.
     *
     * @throws InputException when they are missing or not as the dataset describes them
     */
    public RunData resolve(Dataset dataset) {
        var key = ModelJson.of(dataset);
        key.addProperty("class", dataset.eClass().getName());
        key.addProperty("name", dataset.getName());
        // Not computeIfAbsent: what fails must fail again, with its own message.
        var data = known.get(key);
        if (data == null) {
            data = read(dataset);
            known.put(key, data);
        }
        return data;
    }

    private RunData read(Dataset dataset) {
        var path = places.of(dataset);
        if (path.isPresent()) {
            return folder(dataset, path.get());
        }
        if (dataset instanceof PhantomViews phantom) {
            return phantom(phantom);
        }
        throw new InputException(
                "The dataset %s is a %s, which this release cannot read"
                        .formatted(dataset.getName(), dataset.eClass().getName()));
    }

    private static RunData folder(Dataset dataset, Path path) {
        var views =
                switch (DataKind.detect(path)) {
                    case DRR_FOLDER -> DrrFolder.read(path, dataset.getImageSize());
                };
        var chosen = views.select(dataset.getInstances());
        var spec = new JsonObject();
        spec.addProperty("kind", "drr-folder");
        spec.addProperty("imageSize", dataset.getImageSize());
        spec.add("instances", array(chosen.instances()));
        return split(dataset, spec, Optional.of(path), chosen);
    }

    private static RunData phantom(PhantomViews dataset) {
        if (!dataset.getInstances().isEmpty()) {
            throw new InputException(
                    "The phantom dataset %s lists instances: set instanceCount instead, and leave instances empty"
                            .formatted(dataset.getName()));
        }
        var spec = new JsonObject();
        spec.addProperty("kind", "phantom");
        spec.addProperty("phantom", dataset.getPhantom());
        spec.addProperty("instances", dataset.getInstanceCount());
        spec.addProperty("imageSize", dataset.getImageSize());
        spec.add("geometry", ModelJson.of(dataset.getGeometry()));
        var views =
                PhantomDrr.render(
                        dataset.getPhantom(), dataset.getInstanceCount(), geometry(dataset));
        return split(dataset, spec, Optional.empty(), views);
    }

    private static ScanGeometry geometry(PhantomViews dataset) {
        var geometry = dataset.getGeometry();
        return new ScanGeometry(
                geometry.getDso(),
                geometry.getDsd(),
                geometry.getDetectorSize(),
                dataset.getImageSize(),
                geometry.getStartAngle(),
                geometry.getArc(),
                geometry.getViews());
    }

    private static RunData split(
            Dataset dataset, JsonObject spec, Optional<Path> path, DrrSet views) {
        var preset = DrrSplit.preset(dataset.getSplit().getLiteral().replace('_', '-'));
        var data = new RunData(spec, path, views, preset.and(DrrSplit.of(dataset.getHeldOut())));
        // Both refuse a split that does not fit, before anything is planned with it.
        data.training();
        data.heldOut();
        spec.addProperty("fingerprint", views.fingerprint());
        spec.add("heldOut", array(data.split().heldOut().stream().map(Object::toString).toList()));
        return data;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
