// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.application;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The menu bar's own entries; other bundles add theirs by plugin.xml. */
final class MenuAdvisor extends ActionBarAdvisor {

    private IWorkbenchAction quit;
    private IWorkbenchAction about;
    private IWorkbenchAction resetPerspective;

    MenuAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        quit = registered(ActionFactory.QUIT, window);
        about = registered(ActionFactory.ABOUT, window);
        resetPerspective = registered(ActionFactory.RESET_PERSPECTIVE, window);
    }

    private IWorkbenchAction registered(ActionFactory factory, IWorkbenchWindow window) {
        var action = factory.create(window);
        register(action);
        return action;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        menu(bar, "&File", IWorkbenchActionConstants.M_FILE, quit);
        menu(bar, "&Window", IWorkbenchActionConstants.M_WINDOW, resetPerspective);
        menu(bar, "&Help", IWorkbenchActionConstants.M_HELP, about);
    }

    private static void menu(IMenuManager bar, String label, String id, IWorkbenchAction action) {
        var menu = new MenuManager(label, id);
        menu.add(action);
        bar.add(menu);
    }
}
