// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/** What a method follows where its publication and its official code differ. */
public enum Fidelity {
    /** The official code, quirk for quirk. */
    CODE,
    /** The paper's text. */
    PAPER
}
