// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path to one setting of an experiment, or with {@code *} to the same setting of several objects.
 *
 * @param segments the parts between the slashes, none of them empty
 */
public record FeaturePath(List<String> segments) {
    private static final String ANY = "*";

    /** Copies the segments. */
    public FeaturePath {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a path.
     *
     * @param text for example {@code variants/UMedNeRF/losses/perceptual/weight}
     * @return the path; whether it exists is known by {@link #resolve}
     * @throws InputException if it is empty or has an empty segment
     */
    public static FeaturePath parse(String text) {
        var segments = List.of(text.strip().split("/", -1));
        if (segments.stream().anyMatch(String::isBlank)) {
            throw new InputException(
                    ("\"%s\" is not a path of a setting; write names between single slashes, such"
                                    + " as variants/MedNeRF/iterations.")
                            .formatted(text));
        }
        return new FeaturePath(segments);
    }

    /**
     * The settings of an experiment that the path means.
     *
     * @param experiment where to look
     * @return at least one setting; several only when the path has a wildcard
     * @throws InputException if there is none, naming the nearest that exist
     */
    public List<Setting> resolve(Experiment experiment) {
        var full = withoutShorthand(experiment);
        var all = Settings.of(experiment);
        var found = all.stream().filter(s -> full.matches(s.path())).toList();
        if (found.isEmpty()) {
            throw full.missing(toString(), all);
        }
        return found;
    }

    /**
     * The present value of the setting.
     *
     * @param experiment where to look
     * @return the value as text; distinct values under a wildcard stand between vertical bars
     * @throws InputException as {@link #resolve} does
     */
    public String get(Experiment experiment) {
        var texts = resolve(experiment).stream().map(Setting::text).distinct();
        return texts.collect(Collectors.joining("|"));
    }

    /**
     * Changes the setting, or under a wildcard every setting that is meant; none when one refuses.
     *
     * @param experiment what to change
     * @param value the new value as text, a list between commas
     * @throws InputException as {@link #resolve} does, or if the value has the wrong type or range
     */
    public void set(Experiment experiment, String value) {
        var settings = resolve(experiment);
        settings.forEach(setting -> setting.parse(value));
        settings.forEach(setting -> setting.set(value));
    }

    /** Paths of all settings of an experiment, in the order of the model. */
    public static List<String> all(Experiment experiment) {
        return Settings.of(experiment).stream().map(Setting::path).toList();
    }

    /**
     * The path of an object of an experiment, or of one of its features.
     *
     * @param object an object of an experiment
     * @param feature one of its features, or null for the object itself
     * @return the path without wildcards; empty for the experiment itself
     */
    public static String of(EObject object, EStructuralFeature feature) {
        return Settings.path(object, feature);
    }

    private FeaturePath withoutShorthand(Experiment experiment) {
        return switch (segments.getFirst()) {
            case "dataset" -> only("datasets", experiment.getDatasets());
            case "variant" -> only("variants", experiment.getVariants());
            default -> this;
        };
    }

    private FeaturePath only(String feature, List<? extends org.penumbra.model.Named> objects) {
        if (objects.size() != 1) {
            throw new InputException(
                    ("%s is short for the only one of the %s, and there are %d; write "
                                    + "%s/NAME/... instead.")
                            .formatted(this, feature, objects.size(), feature));
        }
        var head = Stream.of(feature, objects.getFirst().getName());
        return new FeaturePath(Stream.concat(head, segments.stream().skip(1)).toList());
    }

    private boolean matches(String path) {
        var others = path.split("/", -1);
        return others.length == segments.size()
                && IntStream.range(0, others.length)
                        .allMatch(
                                i ->
                                        ANY.equals(segments.get(i))
                                                || segments.get(i).equals(others[i]));
    }

    private InputException missing(String written, List<Setting> all) {
        var paths = all.stream().map(s -> generalised(s.path())).toList();
        var nearest = String.join(", ", Nearest.of(toString(), paths));
        return new InputException(
                "There is no setting %s; the nearest are %s.".formatted(written, nearest));
    }

    // A wildcard is as near to one name as to another.
    private String generalised(String path) {
        var others = path.split("/", -1);
        return IntStream.range(0, others.length)
                .mapToObj(i -> i < segments.size() && ANY.equals(segments.get(i)) ? ANY : others[i])
                .collect(Collectors.joining("/"));
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
