// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

import java.util.Map;

/** An EMF resource with the settings of experiment files: safe to read, complete and stable. */
final class ExperimentResource extends XMIResourceImpl {
    // One attribute a line, so that a difference between two files shows the setting alone.
    private static final int ONE_ATTRIBUTE_PER_LINE = 1;

    private static final Map<String, Boolean> SAFE_PARSING =
            Map.of(
                    "http://apache.org/xml/features/disallow-doctype-decl", true,
                    "http://xml.org/sax/features/external-general-entities", false,
                    "http://xml.org/sax/features/external-parameter-entities", false,
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);

    ExperimentResource(URI uri) {
        super(uri);
        setEncoding("UTF-8");
        getDefaultLoadOptions().put(XMLResource.OPTION_PARSER_FEATURES, SAFE_PARSING);
        var save = getDefaultSaveOptions();
        save.put(XMLResource.OPTION_KEEP_DEFAULT_CONTENT, true);
        save.put(XMLResource.OPTION_LINE_WIDTH, ONE_ATTRIBUTE_PER_LINE);
        save.put(XMLResource.OPTION_ENCODING, "UTF-8");
        save.put(Resource.OPTION_LINE_DELIMITER, "\n");
    }
}
