// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.Monitor;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generates the Java code of a model bundle from its {@code model/*.genmodel}, without an Eclipse
 * workspace, into the bundle's {@code src-gen} and nowhere else.
 *
 * <p>Usage: {@code java -cp <jars of EMF codegen> GenerateModel.java BUNDLE_FOLDER
 * [GENERATOR_FILE]}. Nothing is done while the stamp in {@code src-gen} is newer than the model
 * files and, when its path is given, than this program itself.
 */
public final class GenerateModel {
    private static final String STAMP = ".generated";

    private final Path bundle;
    private final Path output;
    private final Path genmodel;

    private GenerateModel(Path bundle) {
        this.bundle = bundle;
        this.output = bundle.resolve("src-gen");
        this.genmodel = modelFiles(bundle, ".genmodel").getFirst();
    }

    /** Generates the code of the bundle folder named first, when its inputs have changed. */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("GenerateModel BUNDLE_FOLDER [GENERATOR_FILE]");
        }
        var job = new GenerateModel(Path.of(arguments[0]).toAbsolutePath().normalize());
        var program = arguments.length == 2 ? List.of(Path.of(arguments[1])) : List.<Path>of();
        if (job.outOfDate(program)) {
            job.generate();
        }
    }

    private static List<Path> modelFiles(Path bundle, String extension) {
        try (Stream<Path> files = Files.list(bundle.resolve("model"))) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean outOfDate(List<Path> program) {
        var stamp = output.resolve(STAMP);
        var inputs = Stream.of(modelFiles(bundle, ".ecore"), List.of(genmodel), program);
        return Files.notExists(stamp)
                || inputs.flatMap(List::stream).anyMatch(f -> time(f).compareTo(time(stamp)) >= 0);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void generate() {
        deleteOutput();
        var model = load();
        model.setCanGenerate(true);
        var generator = new Generator();
        generator
                .getAdapterFactoryDescriptorRegistry()
                .addDescriptor(GenModelPackage.eNS_URI, SourcesOnly::new);
        generator.setInput(model);
        var result =
                generator.generate(
                        model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
        if (result.getSeverity() >= Diagnostic.WARNING) {
            throw new IllegalStateException(describe(result));
        }
        stamp();
    }

    private void stamp() {
        try {
            Files.writeString(output.resolve(STAMP), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenModel load() {
        var resources = new ResourceSetImpl();
        var factories = Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new XMIResourceFactoryImpl());
        GenModelPackage.eINSTANCE.eClass();
        EcorePlugin.getPlatformResourceMap()
                .put(
                        bundle.getFileName().toString(),
                        URI.createURI(bundle.toUri().toString().replaceAll("/*$", "/")));
        var resource = resources.getResource(URI.createFileURI(genmodel.toString()), true);
        var model = (GenModel) resource.getContents().getFirst();
        model.reconcile();
        return model;
    }

    private void deleteOutput() {
        if (Files.notExists(output)) {
            return;
        }
        try (Stream<Path> files = Files.walk(output)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Diagnostic diagnostic) {
        var text = new StringBuilder(diagnostic.getMessage());
        diagnostic.getChildren().forEach(child -> text.append('\n').append(describe(child)));
        return text.toString();
    }

    /** The EMF generators without the one that writes a project's manifest and properties. */
    private static final class SourcesOnly extends GenModelGeneratorAdapterFactory {
        @Override
        public Adapter createGenModelAdapter() {
            return new GenModelGeneratorAdapter(this) {
                @Override
                protected Diagnostic generateModel(Object model, Monitor monitor) {
                    return Diagnostic.OK_INSTANCE;
                }
            };
        }
    }
}
