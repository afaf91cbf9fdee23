// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.penumbra.model.ExperimentPackage;

import java.io.StringReader;
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

/**
 * Reads a file once before EMF does, and refuses what EMF would expand, skip or overwrite without a
 * word, or would report without saying what to do.
 */
final class Precheck {
    private static final QName ROOT = new QName(ExperimentPackage.eNS_URI, "Experiment");
    private static final QName VERSION = new QName("http://www.omg.org/XMI", "version");
    private static final QName TYPE =
            new QName("http://www.w3.org/2001/XMLSchema-instance", "type");

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
            var reader =
                    factory().createXMLStreamReader(new StringReader(Utf8.decode(bytes, file)));
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
            int event = reader.next();
            try {
                take(event);
            } catch (IllegalArgumentException e) {
                throw Faults.at(file, reader.getLocation().getLineNumber(), e);
            }
        }
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refuse(
                            "declares a document type or entities, which are not read; remove"
                                    + " them");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw refuse("holds a processing instruction, which would be lost; remove it");
            case XMLStreamConstants.START_ELEMENT -> open();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            default -> {}
        }
    }

    private void open() {
        var element = open.isEmpty() ? root() : child(open.peek());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(element, reader.getAttributeName(i));
        }
        var id = reader.getAttributeValue(null, "id");
        if (id != null && !id.isEmpty() && !ids.add(id)) {
            throw refuse(
                    "gives the id %s a second time; remove it, a new one is made".formatted(id));
        }
        open.push(element);
    }

    private Element root() {
        var encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw refuse("declares the encoding %s; save it as UTF-8".formatted(encoding));
        }
        if (!ROOT.equals(reader.getName())) {
            throw refuse(
                    "is no experiment: it begins with %s instead of %s; name a .penumbra file"
                            .formatted(reader.getName(), ROOT));
        }
        version(reader.getAttributeValue(null, "formatVersion"));
        return Element.experiment();
    }

    private static void version(String version) {
        var known = Integer.toString(ExperimentStore.FORMAT);
        if (version == null) {
            throw refuse("has no formatVersion; write formatVersion=\"" + known + "\"");
        }
        if (!known.equals(version)) {
            throw refuse(
                    ("has format version %s, which this release does not know (it reads "
                                    + "%s); open it with the release that wrote it")
                            .formatted(version, known));
        }
    }

    private Element child(Element parent) {
        var name = reader.getName();
        if (!name.getNamespaceURI().isEmpty()) {
            throw refuse("has an element %s, which is unknown; remove it".formatted(name));
        }
        if (reader.getAttributeValue(null, "href") != null) {
            throw refuse("points into another file, which is not followed; write the object here");
        }
        var kind = reader.getAttributeValue(TYPE.getNamespaceURI(), TYPE.getLocalPart());
        var element = parent.child(name.getLocalPart(), kind, reader::getNamespaceURI);
        var called = reader.getAttributeValue(null, "name");
        parent.name(name.getLocalPart(), called == null ? "" : called);
        return element;
    }

    private static void attribute(Element element, QName name) {
        if (name.getNamespaceURI().isEmpty()) {
            element.attribute(name.getLocalPart());
        } else if (!name.equals(VERSION) && !name.equals(TYPE)) {
            throw refuse("has an attribute %s, which is unknown; remove it".formatted(name));
        }
    }

    private void text() {
        if (!reader.isWhiteSpace() && open.peek().type().isPresent()) {
            throw refuse("holds stray text \"%s\"; remove it".formatted(reader.getText().strip()));
        }
    }

    private static IllegalArgumentException refuse(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
