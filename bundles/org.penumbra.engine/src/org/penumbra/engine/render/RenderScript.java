// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.torch.TorchScript;

/**
 * The renderer as one TorchScript function around a field's methods. It works through the rays in
 * blocks whose activations stay in the processor's cache; the backward pass runs through the same
 * blocks in reverse.
 */
final class RenderScript {
    private static final String COMPOSE =
            """
            def compose(self, colour: Tensor, density: Tensor, depths: Tensor, gaps: Tensor) \
            -> Tuple[Tensor, Tensor, Tensor]:
                rays = torch.size(depths, 0)
                samples = torch.size(depths, 1)
                alpha = torch.rsub(torch.exp(torch.neg(torch.mul(torch.relu(density), gaps))), 1.)
                clear = torch.add(torch.rsub(torch.narrow(alpha, 1, 0, torch.sub(samples, 1)), 1.), \
            1e-10)
                ones = torch.ones_like(torch.narrow(depths, 1, 0, 1))
                weights = torch.mul(alpha, torch.cumprod(torch.cat([ones, clear], 1), 1))
                light = torch.view(torch.sigmoid(colour), [rays, samples, 3])
                seen = torch.squeeze(torch.bmm(torch.unsqueeze(weights, 1), light), 1)
                opacity = torch.sum(weights, [1])
                fixed = torch.detach(weights)
                total = torch.sum(fixed, [1])
                mean = torch.div(torch.sum(torch.mul(fixed, depths), [1]), total)
                near = torch.reciprocal(torch.clamp_min(mean, 1e-10))
                nothing = torch.full_like(near, 1e10)
                disparity = torch.where(torch.eq(total, 0.), nothing, near)
                return (torch.sub(torch.mul(seen, 2.), 1.), disparity, opacity)
            """;

    private static final String FORWARD =
            """
            def forward(self, origins: Tensor, directions: Tensor, depths: Tensor, noise: Tensor, \
            codes: Tensor, w: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
                images = torch.size(depths, 0)
                rays = torch.size(depths, 1)
                samples = torch.size(depths, 2)
                noisy = torch.gt(torch.numel(noise), 0)
                lengths = torch.norm(directions, 2, [-1], True)
                looks = (self).encode(torch.div(directions, lengths), %DIRECTIONS%, )
                steps = torch.sub(torch.narrow(depths, 2, 1, torch.sub(samples, 1)), \
            torch.narrow(depths, 2, 0, torch.sub(samples, 1)))
                last = torch.full_like(torch.narrow(depths, 2, 0, 1), 1e10)
                gaps = torch.mul(torch.cat([steps, last], 2), lengths)
                merged, viewBias, towards = (self).shared(w, )
                colours = annotate(List[Tensor], [])
                disparities = annotate(List[Tensor], [])
                opacities = annotate(List[Tensor], [])
                for i in range(images):
                    first, join, viewed = (self).conditioned(w, viewBias, codes[i], )
                    for b in range(0, rays, %BLOCK%):
                        n = min(%BLOCK%, torch.sub(rays, b))
                        z = torch.narrow(depths[i], 0, b, n)
                        o = torch.unsqueeze(torch.narrow(origins[i], 0, b, n), 1)
                        d = torch.unsqueeze(torch.narrow(directions[i], 0, b, n), 1)
                        p = torch.add(o, torch.mul(d, torch.unsqueeze(z, 2)))
                        x = (self).encode(torch.view(p, [-1, 3]), %POSITIONS%, )
                        rayBias = torch.addmm(viewed, torch.narrow(looks[i], 0, b, n), towards)
                        c, s = (self).evaluate(w, x, first, join, merged, rayBias, n, samples, )
                        density = torch.view(s, [n, samples])
                        if noisy:
                            density = torch.add(density, torch.narrow(noise[i], 0, b, n))
                        else:
                            density = density
                        g = torch.narrow(gaps[i], 0, b, n)
                        colour, disparity, opacity = (self).compose(c, density, z, g, )
                        _0 = torch.append(colours, colour)
                        _1 = torch.append(disparities, disparity)
                        _2 = torch.append(opacities, opacity)
                return (torch.view(torch.cat(colours, 0), [images, rays, 3]), \
            torch.view(torch.cat(disparities, 0), [images, rays]), \
            torch.view(torch.cat(opacities, 0), [images, rays]))
            """;

    private RenderScript() {}

    static TorchScript of(ConditionalField field, int block) {
        var forward =
                FORWARD.replace("%BLOCK%", "" + block)
                        .replace("%POSITIONS%", "" + field.shape().positionFrequencies())
                        .replace("%DIRECTIONS%", "" + field.shape().directionFrequencies());
        return TorchScript.of("Renderer", field.script() + COMPOSE + forward);
    }
}
