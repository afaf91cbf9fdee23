// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import org.penumbra.io.InputException;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of image files such as {@code out/images/step-{step}-view-{view}.png}. {@code *} stands
 * for any text within a name, {@code **} with a slash behind it for any folders, {@code ?} for one
 * character.
 */
public final class ImagePattern {
    private static final Map<String, String> PARTS =
            Map.of(
                    "step", "\\d{1,18}",
                    "view", "\\d{1,6}",
                    "angle", "[-+]?\\d{1,6}(?:\\.\\d{1,9})?",
                    "instance", "[^/:\\s]+?");
    private static final Pattern TOKEN = Pattern.compile("\\{(\\w*)}|\\*\\*/|\\*\\*|\\*|\\?|\\{");

    private final String text;
    private final Pattern pattern;
    private final Set<String> parts = new TreeSet<>();

    private ImagePattern(String text) {
        this.text = text;
        this.pattern = Pattern.compile(regex());
    }

    /**
     * Reads a pattern.
     *
     * @param text the pattern, placeholders filled
     * @throws InputException if it leads out of the folder, has no {@code {step}} or an unknown
     *     part
     */
    public static ImagePattern parse(String text) {
        var pattern = new ImagePattern(InnerPath.of(text));
        if (!pattern.parts.contains("step")) {
            throw new InputException(
                    "The image pattern \"%s\" does not say where the step stands; write {step} there."
                            .formatted(text));
        }
        return pattern;
    }

    private String regex() {
        var regex = new StringBuilder();
        var match = TOKEN.matcher(text);
        int from = 0;
        while (match.find()) {
            regex.append(Pattern.quote(text.substring(from, match.start()))).append(token(match));
            from = match.end();
        }
        return regex.append(Pattern.quote(text.substring(from))).toString();
    }

    private String token(Matcher match) {
        var sign = Glob.token(match.group());
        return sign == null ? part(match.group(1)) : sign;
    }

    private String part(String name) {
        if (name == null || !PARTS.containsKey(name) || !parts.add(name)) {
            throw new InputException(
                    "The image pattern \"%s\" holds {%s}; write {step}, {view}, {angle} and {instance}, each at most once."
                            .formatted(text, name == null ? "" : name));
        }
        return "(?<%s>%s)".formatted(name, PARTS.get(name));
    }

    /**
     * What a file shows.
     *
     * @param step the step that it was made at
     * @param view the number of its view, where the name says it
     * @param angle its azimuth in degrees, where the name says it
     * @param instance the instance that it shows, where the name says it
     */
    public record Place(
            long step, OptionalInt view, OptionalDouble angle, Optional<String> instance) {}

    /**
     * Reads a file's name.
     *
     * @param file its path below the folder, with slashes
     * @return what it shows; empty when it does not fit the pattern
     */
    public Optional<Place> match(String file) {
        var match = pattern.matcher(file);
        return match.matches() ? Optional.of(place(match)) : Optional.empty();
    }

    private Place place(Matcher match) {
        var view = part("view", match).map(Integer::valueOf);
        var angle = part("angle", match).map(Double::valueOf);
        return new Place(
                Long.parseLong(match.group("step")),
                view.map(OptionalInt::of).orElse(OptionalInt.empty()),
                angle.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                part("instance", match));
    }

    private Optional<String> part(String name, Matcher match) {
        return parts.contains(name) ? Optional.of(match.group(name)) : Optional.empty();
    }

    /** The folder that all files of the pattern lie below; empty for the folder itself. */
    public String folder() {
        var match = TOKEN.matcher(text);
        var plain = match.find() ? text.substring(0, match.start()) : text;
        return plain.substring(0, Math.max(0, plain.lastIndexOf('/')));
    }

    /** The pattern, without detours. */
    @Override
    public String toString() {
        return text;
    }
}
