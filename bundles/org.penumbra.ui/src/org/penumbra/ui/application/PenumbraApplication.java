// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.application;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Starts the workbench and ends with it. */
public final class PenumbraApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        Display.setAppName("Penumbra");
        var display = PlatformUI.createDisplay();
        try {
            var code = PlatformUI.createAndRunWorkbench(display, new WorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            close(PlatformUI.getWorkbench());
        }
    }

    private static void close(IWorkbench workbench) {
        var display = workbench.getDisplay();
        display.syncExec(
                () -> {
                    if (!display.isDisposed()) {
                        workbench.close();
                    }
                });
    }
}
