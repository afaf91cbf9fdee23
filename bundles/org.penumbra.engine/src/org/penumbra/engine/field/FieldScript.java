// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.field;

/** Writes the TorchScript of a field of given sizes; its layers are unrolled. */
final class FieldScript {
    private static final String ENCODE =
            """
            def encode(self, x: Tensor, octaves: int) -> Tensor:
                parts = [x]
                frequency = 1.
                for k in range(octaves):
                    angle = torch.mul(x, frequency)
                    _0 = torch.append(parts, torch.sin(angle))
                    _1 = torch.append(parts, torch.cos(angle))
                    frequency = torch.mul(frequency, 2.)
                return torch.cat(parts, -1)
            """;

    private static final String SHARED =
            """
            def shared(self, w: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
                view = w[%VIEW%]
                merged = torch.mm(torch.narrow(view, 1, 0, %WIDTH%), w[%FEATURE%])
                bias = torch.addmv(w[%VIEW% + 1], torch.narrow(view, 1, 0, %WIDTH%), \
            w[%FEATURE% + 1])
                return (torch.t(merged), bias, torch.t(torch.narrow(view, 1, %WIDTH%, %DIR%)))
            """;

    private static final String CONDITIONED =
            """
            def conditioned(self, w: List[Tensor], viewBias: Tensor, code: Tensor) \
            -> Tuple[Tensor, Tensor, Tensor]:
                shape = torch.narrow(code, 0, 0, %SHAPE%)
                look = torch.narrow(code, 0, %SHAPE%, %LOOK%)
                first = torch.addmv(w[1], torch.narrow(w[0], 1, %POS%, %SHAPE%), shape)
                %JOIN%
                last = torch.addmv(viewBias, torch.narrow(w[%VIEW%], 1, %WIDTH% + %DIR%, %LOOK%), \
            look)
                return (first, join, last)
            """;

    private static final String JOIN =
            "join = torch.addmv(w[%SKIP% + 1], torch.narrow(w[%SKIP%], 1, %POS%, %SHAPE%), shape)";

    private FieldScript() {}

    static String of(FieldShape shape) {
        int skip = 2 * (shape.skipAfter() + 1);
        int view = 2 * shape.layers();
        var join = skips(shape) ? JOIN : "join = first";
        return (ENCODE + SHARED + CONDITIONED + evaluate(shape))
                .replace("%JOIN%", join)
                .replace("%VIEW%", "" + view)
                .replace("%FEATURE%", "" + (view + 2))
                .replace("%ALPHA%", "" + (view + 4))
                .replace("%RGB%", "" + (view + 6))
                .replace("%SKIP%", "" + skip)
                .replace("%WIDTH%", "" + shape.width())
                .replace("%POS%", "" + shape.position())
                .replace("%DIR%", "" + shape.direction())
                .replace("%SHAPE%", "" + shape.shapeCode())
                .replace("%LOOK%", "" + shape.appearanceCode());
    }

    private static boolean skips(FieldShape shape) {
        return shape.skipAfter() >= 0 && shape.skipAfter() + 1 < shape.layers();
    }

    /** Encoded points [rays·samples, pos] and biases to colour logits [.., 3] and density [..]. */
    private static String evaluate(FieldShape shape) {
        var source = new StringBuilder();
        source.append(
                """
                def evaluate(self, w: List[Tensor], x: Tensor, first: Tensor, join: Tensor, \
                merged: Tensor, rayBias: Tensor, rays: int, samples: int) -> Tuple[Tensor, Tensor]:
                    p0 = torch.t(torch.narrow(w[0], 1, 0, %POS%))
                    h0 = torch.relu_(torch.addmm(first, x, p0))
                """);
        for (int layer = 1; layer < shape.layers(); layer++) {
            source.append(layer == shape.skipAfter() + 1 ? skipLayer(layer) : plainLayer(layer));
        }
        source.append(
                """
                    density = torch.squeeze(torch.addmm(w[%ALPHA% + 1], h, torch.t(w[%ALPHA%])), 1)
                    c = torch.view(torch.mm(h, merged), [rays, samples, -1])
                    c1 = torch.relu_(torch.add_(c, torch.unsqueeze(rayBias, 1)))
                    colour = torch.addmm(w[%RGB% + 1], torch.flatten(c1, 0, 1), torch.t(w[%RGB%]))
                    return (colour, density)
                """
                        .replaceAll("\\bh\\b", "h" + (shape.layers() - 1)));
        return source.toString();
    }

    private static String plainLayer(int layer) {
        return "    h%d = torch.relu_(torch.addmm(w[%d], h%d, torch.t(w[%d])))\n"
                .formatted(layer, 2 * layer + 1, layer - 1, 2 * layer);
    }

    private static String skipLayer(int layer) {
        return """
            s0 = torch.addmm(join, x, torch.t(torch.narrow(w[%1$d], 1, 0, %%POS%%)))
            s1 = torch.t(torch.narrow(w[%1$d], 1, torch.add(%%POS%%, %%SHAPE%%), %%WIDTH%%))
            h%2$d = torch.relu_(torch.addmm_(s0, h%3$d, s1))
        """
                .formatted(2 * layer, layer, layer - 1);
    }
}
