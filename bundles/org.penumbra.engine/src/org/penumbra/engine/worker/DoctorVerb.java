// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.util.List;
import java.util.Map;
import org.penumbra.engine.torch.Torch;

/** {@code doctor [--device D] [--shared DIR]}: what works on this machine. */
final class DoctorVerb implements Verb {
    @Override
    public int run(List<String> arguments) {
        var options = Options.parse(arguments, "--device", "--shared");
        var torch =
                Torch.start(
                        options.get("--device").orElse("auto"),
                        0,
                        line -> Output.line(Map.of("message", line)));
        Output.line(Environment.facts(torch));
        return 0;
    }
}
