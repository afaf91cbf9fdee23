// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.json;

import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes text and numbers so that YAML 1.1 and 1.2 read them alike. */
final class PlainRepresenter extends StandardRepresenter {
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./()-]+)*");
    private static final Set<String> MEANT =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    PlainRepresenter(DumpSettings settings) {
        super(settings);
        representers.put(String.class, this::text);
        representers.put(Double.class, this::real);
    }

    private Node text(Object value) {
        var text = (String) value;
        var plain = WORD.matcher(text).matches() && !MEANT.contains(text.toLowerCase(Locale.ROOT));
        return representScalar(
                Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    /** YAML 1.1 takes an exponent without a point for text. */
    private Node real(Object value) {
        var text = EcmaNumber.text((Double) value);
        var dotted = text.contains(".") ? text : text.replace("e", ".0e");
        return representScalar(Tag.FLOAT, dotted, ScalarStyle.PLAIN);
    }
}
