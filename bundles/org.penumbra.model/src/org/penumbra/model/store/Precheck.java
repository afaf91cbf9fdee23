// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.model.store;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.penumbra.io.InputException;
import org.penumbra.model.ExperimentPackage;

/**
 * Reads a file once before EMF does, and refuses what EMF would expand, skip or overwrite without a
 * word: document types, processing instructions, stray text, settings given twice, attributes of
 * foreign namespaces.
 */
final class Precheck {
    private static final QName ROOT = new QName(ExperimentPackage.eNS_URI, "Experiment");
    private static final Set<QName> MARKUP =
            Set.of(
                    new QName("http://www.omg.org/XMI", "version"),
                    new QName("http://www.w3.org/2001/XMLSchema-instance", "type"));

    private final Path file;
    private final XMLStreamReader reader;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();

    private Precheck(Path file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Refuses bytes that are not an experiment file, or one that could not be kept whole. */
    static void of(byte[] bytes, Path file) {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            new Precheck(file, reader).run();
        } catch (XMLStreamException e) {
            throw Faults.notXml(file, e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void run() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refuse("declares a document type or entities, which are not read; remove them");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw refuse("holds a processing instruction, which would be lost; remove it");
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> {}
            }
        }
    }

    private void open() {
        var name = reader.getLocalName();
        if (open.isEmpty()) {
            root();
        } else {
            child(name);
        }
        var element = new Element(name);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(element, reader.getAttributeNamespace(i), reader.getAttributeLocalName(i));
        }
        identity(name);
        open.push(element);
    }

    private void root() {
        var name = new QName(reader.getNamespaceURI(), reader.getLocalName());
        if (!ROOT.equals(name)) {
            throw refuse(
                    "is no experiment: it begins with %s instead of %s; name a .penumbra file"
                            .formatted(name, ROOT));
        }
        version(reader.getAttributeValue(null, "formatVersion"));
    }

    private void version(String version) {
        var known = Integer.toString(ExperimentStore.FORMAT);
        if (version == null) {
            throw refuse("has no formatVersion; write formatVersion=\"" + known + "\"");
        }
        if (!known.equals(version)) {
            throw refuse(
                    "has format version %s, which this release does not know (it reads %s); open it with the release that wrote it"
                            .formatted(version, known));
        }
    }

    private void child(String name) {
        var namespace = reader.getNamespaceURI();
        if (namespace != null && !namespace.isEmpty()) {
            throw refuse("has an element {%s}%s, which is unknown; remove it".formatted(namespace, name));
        }
        once(open.peek(), name);
    }

    private void attribute(Element element, String namespace, String name) {
        if (namespace == null || namespace.isEmpty()) {
            if (name.equals("href")) {
                throw refuse("points into another file, which is not followed; write the object here");
            }
            once(element, name);
        } else if (!MARKUP.contains(new QName(namespace, name))) {
            throw refuse(
                    "has an attribute {%s}%s, which is unknown; remove it".formatted(namespace, name));
        }
    }

    private void once(Element element, String name) {
        if (!element.given().add(name) && Features.SINGLE.contains(name)) {
            throw refuse("gives %s twice; keep one of them".formatted(name));
        }
    }

    private void identity(String element) {
        var id = reader.getAttributeValue(null, "id");
        if (id != null && !id.isEmpty() && !ids.add(id)) {
            throw refuse("gives the id %s a second time; remove it, a new one is made".formatted(id));
        }
        var name = reader.getAttributeValue(null, "name");
        if (name != null && !open.isEmpty() && !open.peek().given().add(element + "/" + name)) {
            throw refuse("has a second one called \"%s\" in %s; rename it".formatted(name, element));
        }
    }

    private void text() {
        if (!reader.isWhiteSpace() && !Features.TEXT.contains(open.peek().name())) {
            throw refuse("holds stray text \"%s\"; remove it".formatted(reader.getText().strip()));
        }
    }

    private InputException refuse(String sentence) {
        return new InputException(
                "%s, line %d, %s.".formatted(file, reader.getLocation().getLineNumber(), sentence));
    }

    /** An element that is being read, and the names of the features it has given so far. */
    private record Element(String name, Set<String> given) {
        Element(String name) {
            this(name, new HashSet<>());
        }
    }
}
