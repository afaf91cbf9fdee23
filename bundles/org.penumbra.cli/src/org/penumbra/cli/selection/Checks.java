// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.penumbra.model.Experiment;
import org.penumbra.model.validation.Problem;
import org.penumbra.model.validation.Validation;

import java.util.List;

/** The experiment's constraints. */
final class Checks {
    private Checks() {}

    /**
     * Checks an experiment.
     *
     * @return the warnings
     * @throws InvalidExperiment with all errors, where there are any
     */
    static List<String> of(Experiment experiment) {
        var problems = Validation.of(experiment);
        var errors = problems.stream().filter(Problem::isError).map(Problem::toString).toList();
        if (!errors.isEmpty()) {
            throw new InvalidExperiment(errors);
        }
        return problems.stream().map(Problem::toString).toList();
    }
}
