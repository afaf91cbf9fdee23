// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Collects what rules find, as EMF diagnostics. */
final class Report {
    private static final String SOURCE = "org.penumbra.model";

    private final DiagnosticChain chain;
    private boolean clean = true;

    Report(DiagnosticChain chain) {
        this.chain = chain;
    }

    /**
     * Something that prevents a run.
     *
     * @param object what is wrong
     * @param feature which feature of it, or null for the object as a whole
     * @param message what is wrong and what to do, to be read after the path, without full stop
     */
    void error(EObject object, EStructuralFeature feature, String message) {
        add(Diagnostic.ERROR, object, feature, message);
        clean = false;
    }

    /** Something doubtful; parameters as in {@link #error}. */
    void warning(EObject object, EStructuralFeature feature, String message) {
        add(Diagnostic.WARNING, object, feature, message);
    }

    private void add(int severity, EObject object, EStructuralFeature feature, String message) {
        Object[] data = feature == null ? new Object[] {object} : new Object[] {object, feature};
        chain.add(new BasicDiagnostic(severity, SOURCE, 0, message, data));
    }

    boolean isClean() {
        return clean;
    }
}
