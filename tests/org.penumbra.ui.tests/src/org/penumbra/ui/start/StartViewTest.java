// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class StartViewTest {

    private final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();

    @Test
    void opensWithTheWindow() {
        assertEquals("Penumbra", window.getShell().getText());
        assertTrue(window.getActivePage().findView(StartView.ID) instanceof StartView);
    }

    @Test
    void showsEveryCommandToCopy() {
        var commands = all(Text.class).stream().map(Text::getText).toList();
        assertEquals(StartText.STEPS.stream().map(StartText.Step::command).toList(), commands);
    }

    @Test
    void nothingIsClippedInASmallWindow() {
        Shell shell = window.getShell();
        shell.setSize(1280, 800);
        shell.layout(true, true);
        for (var control : all(Label.class)) {
            assertTrue(isWhole(control), control.getText());
        }
        assertFalse(all(Label.class).isEmpty());
    }

    private static boolean isWhole(Control control) {
        var wanted = control.computeSize(control.getSize().x, -1);
        var area = control.getParent().getClientArea();
        return control.getSize().y >= wanted.y
                && area.contains(control.getBounds().x, control.getBounds().y + wanted.y);
    }

    private <C extends Control> List<C> all(Class<C> type) {
        var found = new ArrayList<C>();
        collect(window.getShell(), type, found);
        return found;
    }

    private static <C extends Control> void collect(
            Composite parent, Class<C> type, List<C> found) {
        for (var child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                collect(inner, type, found);
            }
        }
    }
}
