// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.doctor.Checkup;
import org.penumbra.engine.doctor.Finding;
import org.penumbra.engine.torch.Torch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code doctor [--device D] [--shared DIR]}: what works on this machine. Prints the facts, then
 * one line a check; ends with 1 where one of them fails. With the folder of golden numbers (option
 * or {@code PENUMBRA_SHARED}) those of the original implementations are checked too.
 */
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
        var shared =
                options.get("--shared")
                        .or(() -> Optional.ofNullable(System.getenv("PENUMBRA_SHARED")))
                        .map(Path::of);
        var findings = new Checkup(torch, shared).findings();
        findings.forEach(DoctorVerb::tell);
        return findings.stream().allMatch(Finding::ok) ? 0 : Worker.FAILED;
    }

    private static void tell(Finding finding) {
        Output.line(
                Map.of(
                        "check", finding.check(),
                        "ok", finding.ok(),
                        "detail", finding.detail()));
    }
}
