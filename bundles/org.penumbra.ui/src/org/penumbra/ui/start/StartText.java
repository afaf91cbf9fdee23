// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.start;

import java.util.List;

/** The words of the start page. */
final class StartText {

    /** One thing to do and the command that does it. */
    record Step(String what, String command) {}

    static final String WHAT =
            "A workbench for radiance fields that learn a body in 3D from a few X-rays: design an"
                    + " ablation, train its variants on CPU or CUDA, compare them, and hand the"
                    + " experiment on so that others can reproduce it.";

    static final String TODAY =
            "In this version experiments are run and compared from a terminal. The experiment"
                    + " editor, the curves and the galleries are not in this window yet.";

    static final List<Step> STEPS =
            List.of(
                    new Step(
                            "Train MedNeRF against UMedNeRF on a built-in knee phantom:",
                            "./penumbra run examples/mednerf-vs-umednerf.penumbra"),
                    new Step(
                            "The same experiment on your own X-rays, in MedNeRF's folder layout:",
                            "./penumbra run examples/mednerf-vs-umednerf.penumbra --data FOLDER"),
                    new Step("Compare what has been trained:", "./penumbra compare --runs runs"),
                    new Step("See what works on this machine:", "./penumbra doctor"));

    private StartText() {}
}
