// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import org.penumbra.io.InputException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts such as {@code psnr=eval/psnr}. */
public final class Pairs {
    private Pairs() {}

    /**
     * Reads pairs.
     *
     * @param texts {@code NAME=VALUE}, neither empty; the first equals sign parts them
     * @return the values by name, in order
     * @throws InputException when one is no such pair, or a name is there twice
     */
    public static Map<String, String> of(List<String> texts) {
        var pairs = new LinkedHashMap<String, String>();
        for (var text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new InputException(
                        "\"%s\" is no pair: write NAME=VALUE, such as psnr=eval/psnr"
                                .formatted(text));
            }
            if (pairs.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
                throw new InputException(
                        "%s is said twice: keep one of them".formatted(text.substring(0, equals)));
            }
        }
        return pairs;
    }
}
