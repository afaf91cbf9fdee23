// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.renders;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.Npy;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.json.Numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folder {@code renders/}: {@code step-NNNNNN.npy} with {@code step-NNNNNN.json} beside it. */
public final class Renders {
    private static final String NAME = "step-(\\d{6,18})\\.json";

    private final Path path;
    private final int keep;

    /**
     * @param path the folder, made when the first images are written
     * @param keep how many steps stay, at least one
     */
    public Renders(Path path, int keep) {
        this.path = path;
        this.keep = Math.max(1, keep);
    }

    /**
     * Writes the images of one step and removes those of old steps.
     *
     * @param angles the azimuth of each image in degrees, NaN where it is not known
     * @param pixels {@code [views, 1, size, size]} in [0, 1]
     */
    public void save(long step, List<ViewKey> keys, double[] angles, int size, float[] pixels) {
        if (angles.length != keys.size() || pixels.length != keys.size() * size * size) {
            throw new IllegalArgumentException("views, angles and pixels do not fit together");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw JsonFile.unwritable(path, new UncheckedIOException(e));
        }
        clean();
        Npy.write(file(step, "npy"), new int[] {keys.size(), 1, size, size}, pixels);
        // The description comes last: it makes the images visible to readers.
        JsonFile.write(file(step, "json"), describe(step, keys, angles));
        prune();
    }

    private static JsonObject describe(long step, List<ViewKey> keys, double[] angles) {
        var views = new JsonArray();
        keys.forEach(key -> views.add(key.toString()));
        var azimuths = new JsonArray();
        Arrays.stream(angles).mapToObj(Numbers::json).forEach(azimuths::add);
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("step", step);
        json.add("views", views);
        json.add("azimuthDegrees", azimuths);
        return json;
    }

    /** The steps that have images, by rising step. */
    public List<Long> steps() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(NAME))
                    .map(name -> Long.valueOf(name.replaceFirst(NAME, "$1")))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The images of the last step that has any. */
    public Optional<Render> latest() {
        var steps = steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(read(steps.getLast()));
    }

    /**
     * The images of one step.
     *
     * @throws InputException when they are not there or damaged
     */
    public Render read(long step) {
        var json = Fields.read(file(step, "json")).format("formatVersion", 1);
        var views = json.texts("views").stream().map(ViewKey::parse).toList();
        var array = Npy.read(file(step, "npy"));
        int size = size(step, array, views.size());
        return new Render(step, views, angles(json, views.size()), size, array.floats());
    }

    private int size(long step, NpyArray array, int views) {
        int[] shape = array.shape();
        if (shape.length != 4 || shape[0] != views || shape[1] != 1 || shape[2] != shape[3]) {
            throw new InputException(
                    "%s is damaged: its shape %s does not fit %d square views"
                            .formatted(file(step, "npy"), Arrays.toString(shape), views));
        }
        return shape[3];
    }

    private static double[] angles(Fields json, int views) {
        var list = json.list("azimuthDegrees");
        if (list.size() != views) {
            throw new InputException(json.where() + " is damaged: not every view has its angle");
        }
        return list.stream().mapToDouble(Renders::angle).toArray();
    }

    private static double angle(JsonElement angle) {
        return angle.isJsonNull() ? Double.NaN : angle.getAsDouble();
    }

    private Path file(long step, String extension) {
        return path.resolve("step-%06d.%s".formatted(step, extension));
    }

    private void prune() {
        var steps = steps();
        for (long step : steps.subList(0, Math.max(0, steps.size() - keep))) {
            remove(file(step, "json"));
            remove(file(step, "npy"));
        }
    }

    /** What a worker that was killed while saving left behind. */
    private void clean() {
        try (var remains = Files.newDirectoryStream(path, ".step-*.tmp")) {
            remains.forEach(Renders::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
