// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import org.penumbra.engine.torch.TorchScript;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole network as one TorchScript function. Some two hundred small operations (the power
 * iterations above all) then cost one call from Java instead of one each.
 */
final class DiscriminatorScript {
    private static final String NETWORK =
            """
            def network(self: __torch__.Discriminator, x: Tensor, w: Dict[str, Tensor], \
            heads: int, quadrant: int, start: int, training: bool) -> List[Tensor]:
                f2 = self.first(w, x, training)
                f4 = self.down(w, "down_4", f2, training)
                f16 = self.excite(w, "se_2_16", f2, f4, training)
                f8 = self.down(w, "down_8", f16, training)
                last = self.excite(w, "se_4_32", f4, f8, training)
                result = annotate(List[Tensor], [])
                for i in range(heads):
                    _0 = torch.append(result, self.head(w, i, last, training))
                if quadrant >= 0:
                    top = torch.mul(torch.floordiv(quadrant, 2), start)
                    left = torch.mul(torch.remainder(quadrant, 2), start)
                    part = torch.narrow(torch.narrow(f16, 2, top, start), 3, left, start)
                    _1 = torch.append(result, \
            self.decode(w, "decoder_big", last, start, training))
                    _2 = torch.append(result, \
            self.decode(w, "decoder_part", part, start, training))
                return result
            """;

    private DiscriminatorScript() {}

    /** A function (patches, weights) to the heads' logits, and both decoders' pictures if asked. */
    static TorchScript of(
            DiscriminatorShape shape, List<String> names, OptionalInt quadrant, boolean training) {
        var weights =
                IntStream.range(0, names.size())
                        .mapToObj(i -> "\"" + names.get(i) + "\": weights[" + i + "]")
                        .collect(Collectors.joining(", "));
        var forward =
                """
                def forward(self, x: Tensor, weights: List[Tensor]) -> List[Tensor]:
                    w = annotate(Dict[str, Tensor], {%s})
                    return self.network(x, w, %d, %d, %d, %s)
                """
                        .formatted(
                                weights,
                                shape.heads(),
                                quadrant.orElse(-1),
                                shape.decoderStart(),
                                training ? "True" : "False");
        return TorchScript.of("Discriminator", forward + NETWORK + ScriptLayers.of(shape.blocks()));
    }
}
