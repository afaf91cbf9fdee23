// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EObjectValidator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** EMF's validator of the experiment model: runs every rule over the objects it is made for. */
final class ExperimentConstraints extends EObjectValidator {
    private static final List<Rule<?>> RULES =
            Stream.of(
                            NameRules.ALL,
                            RangeRules.ALL,
                            ExperimentRules.ALL,
                            DatasetRules.ALL,
                            LossRules.ALL,
                            GrafRules.ALL,
                            FittingRules.ALL,
                            ExternalRules.ALL,
                            ExternalFormatRules.ALL,
                            AblationRules.ALL)
                    .<Rule<?>>flatMap(List::stream)
                    .toList();

    @Override
    public boolean validate(
            EClass type, EObject object, DiagnosticChain chain, Map<Object, Object> context) {
        var report = new Report(chain);
        RULES.forEach(rule -> rule.apply(object, report));
        return report.isClean();
    }
}
