// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.application;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.penumbra.ui.start.StartView;

/** The start page alone, over the whole window. */
public final class StartPerspective implements IPerspectiveFactory {

    /** Id in plugin.xml. */
    public static final String ID = "org.penumbra.ui.perspective.start";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addStandaloneView(StartView.ID, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
        layout.getViewLayout(StartView.ID).setCloseable(false);
    }
}
