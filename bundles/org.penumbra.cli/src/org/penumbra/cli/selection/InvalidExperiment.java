// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import java.util.List;

/** An experiment breaks constraints; every problem is one sentence. */
public final class InvalidExperiment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The errors, one sentence each. */
    private final transient List<String> errors;

    InvalidExperiment(List<String> errors) {
        super(String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    /** The errors, one sentence each. */
    public List<String> errors() {
        return errors;
    }
}
