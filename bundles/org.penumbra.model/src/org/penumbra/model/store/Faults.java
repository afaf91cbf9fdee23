// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.penumbra.io.InputException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;

/** Turns what the parsers throw into one sentence with file, line and way out. */
final class Faults {
    private Faults() {}

    /** The sentence for bytes that are no well-formed XML. */
    static InputException notXml(Path file, XMLStreamException cause) {
        var line = cause.getLocation() == null ? 1 : cause.getLocation().getLineNumber();
        return new InputException(
                ("%s, line %d, is not well-formed XML, so it is cut off or was edited "
                                + "by mistake; restore it from a copy.")
                        .formatted(file, line),
                cause);
    }

    /** The sentence for something that does not belong into an experiment file. */
    static InputException at(Path file, int line, IllegalArgumentException cause) {
        return new InputException(
                "%s, line %d, %s.".formatted(file, line, cause.getMessage()), cause);
    }

    /** The sentence for a file that EMF could not load. */
    static InputException sentence(Path file, Resource resource, Exception thrown) {
        var fault = first(resource, thrown);
        var line = fault.map(Resource.Diagnostic::getLine).orElse(1);
        var reason = fault.map(Faults::reason).orElseGet(() -> String.valueOf(thrown.getMessage()));
        return new InputException("%s, line %d, %s.".formatted(file, line, reason), thrown);
    }

    private static Optional<Resource.Diagnostic> first(Resource resource, Exception thrown) {
        return Stream.concat(
                        resource.getErrors().stream(),
                        Stream.of(thrown, thrown.getCause())
                                .filter(Resource.Diagnostic.class::isInstance)
                                .map(Resource.Diagnostic.class::cast))
                .findFirst();
    }

    private static String reason(Resource.Diagnostic fault) {
        return fault instanceof IllegalValueException value
                ? badValue(value.getFeature(), value.getValue())
                : "cannot be understood (" + fault.getMessage() + "); correct or remove it";
    }

    private static String badValue(EStructuralFeature feature, Object value) {
        var type = feature.getEType().getName().replaceFirst("^E(?=[A-Z][a-z])", "");
        return "gives %s the value \"%s\", which is no %s; correct it"
                .formatted(feature.getName(), value, type);
    }
}
