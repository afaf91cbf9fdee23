// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFile;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.defaults.Completion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes {@code *.penumbra} files.
 *
 * <p>Reading refuses whatever would otherwise be lost or guessed: document types and entities,
 * another namespace or a newer format, unknown elements and settings, settings given twice, stray
 * text, references into other files. Comments are the exception: they are read over and not kept.
 * What a file leaves out is completed with the published defaults. A file that this class has
 * written is written again byte for byte.
 */
public final class ExperimentStore {
    /** The newest file format that this release knows. */
    public static final int FORMAT = 1;

    // A large experiment has some hundred kilobytes; this keeps a wrong file from filling memory.
    private static final long LARGEST = 64L << 20;

    private ExperimentStore() {}

    /**
     * Reads an experiment.
     *
     * @param file the file
     * @return the experiment, completed, in a resource of its own that has the file's address
     * @throws InputException if it is missing or not an experiment of a known format; the message
     *     names file and line and says what to do
     */
    public static Experiment load(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw new InputException(
                        ("%s has more than 64 MiB, too much for an experiment; name a "
                                        + ".penumbra file.")
                                .formatted(file));
            }
            return parse(Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /**
     * Reads an experiment from memory, for example from an editor that has not saved it.
     *
     * @param bytes the content of a file
     * @param file the file it belongs to, for messages and relative paths
     * @return the experiment, as {@link #load} returns it
     * @throws InputException as {@link #load} does
     */
    public static Experiment parse(byte[] bytes, Path file) {
        Precheck.of(bytes, file);
        var resource = resource(file);
        try {
            resource.load(new ByteArrayInputStream(bytes), null);
        } catch (IOException | RuntimeException e) {
            throw Faults.sentence(file, resource, e);
        }
        var experiment = (Experiment) resource.getContents().getFirst();
        Completion.complete(experiment);
        Writable.check(experiment);
        return experiment;
    }

    /**
     * Writes an experiment in one step: the file has its old content or the new.
     *
     * @param experiment what to write; it is completed with the published defaults
     * @param file the file to create or replace
     * @throws InputException if two objects of a list have one name, or a text holds a character
     *     that XML cannot hold
     */
    public static void save(Experiment experiment, Path file) {
        AtomicFile.write(file, bytes(experiment));
    }

    /**
     * The content of the file of an experiment.
     *
     * @param experiment what to write; it is completed with the published defaults
     * @return UTF-8 text
     * @throws InputException if two objects of a list have one name, or a text holds a character
     *     that XML cannot hold
     */
    public static byte[] bytes(Experiment experiment) {
        Completion.complete(experiment);
        Writable.check(experiment);
        var resource = experiment.eResource();
        if (!(resource instanceof ExperimentResource)) {
            // A copy, so that writing does not move the experiment out of where it is.
            resource = resource(Path.of("new.penumbra"));
            resource.getContents().add(EcoreUtil.copy(experiment));
        }
        var out = new ByteArrayOutputStream();
        try {
            resource.save(out, null);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static ExperimentResource resource(Path file) {
        var set = new ResourceSetImpl();
        set.getPackageRegistry().put(ExperimentPackage.eNS_URI, ExperimentPackage.eINSTANCE);
        var resource = new ExperimentResource(URI.createFileURI(file.toAbsolutePath().toString()));
        set.getResources().add(resource);
        return resource;
    }
}
