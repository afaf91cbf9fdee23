// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.ui.start;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;

/** Says what Penumbra is and which commands do its work; every command can be copied. */
public final class StartView extends ViewPart {

    /** Id in plugin.xml. */
    public static final String ID = "org.penumbra.ui.view.start";

    private static final int COLUMN = 760;

    private Control first;

    @Override
    public void createPartControl(Composite parent) {
        var page = new Composite(parent, SWT.NONE);
        page.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().margins(48, 40).spacing(0, 6).applyTo(page);
        var fonts = new LocalResourceManager(JFaceResources.getResources(), page);
        heading(page, fonts, "Penumbra", 28);
        paragraph(page, StartText.WHAT);
        heading(page, fonts, "From a terminal", 16);
        paragraph(page, StartText.TODAY);
        for (var step : StartText.STEPS) {
            paragraph(page, step.what());
            command(page, fonts, step.command());
        }
    }

    private static void heading(Composite page, ResourceManager fonts, String text, int height) {
        var label = new Label(page, SWT.NONE);
        label.setText(text);
        label.setFont(fonts.create(FontDescriptor.createFrom(label.getFont()).setHeight(height)));
        GridDataFactory.fillDefaults().indent(0, height / 2).applyTo(label);
    }

    private static void paragraph(Composite page, String text) {
        var label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().hint(COLUMN, SWT.DEFAULT).indent(0, 8).applyTo(label);
    }

    private void command(Composite page, ResourceManager fonts, String command) {
        var text = new Text(page, SWT.READ_ONLY | SWT.BORDER);
        text.setText(command);
        text.setFont(fonts.create(JFaceResources.getTextFontDescriptor()));
        GridDataFactory.fillDefaults().hint(COLUMN, SWT.DEFAULT).applyTo(text);
        first = first == null ? text : first;
    }

    @Override
    public void setFocus() {
        first.setFocus();
    }
}
