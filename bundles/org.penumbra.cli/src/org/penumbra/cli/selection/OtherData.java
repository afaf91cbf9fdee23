// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.imaging.drr.DataKind;
import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.model.Dataset;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.FineTuning;
import org.penumbra.model.GrafVariant;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Other data in the place of a dataset. The image size stays, and so does which views are held out,
 * as far as the other data have them; where they have none of them, every ninth view of the
 * instance that is fine-tuned is held out, so that there is something to judge a model by.
 */
final class OtherData {
    private static final int STRIDE = 9;
    private static final int FIRST = 4;

    private final Experiment experiment;
    private final DrrSet views;
    private final List<String> choices;

    private OtherData(Experiment experiment, DrrSet views, List<String> choices) {
        this.experiment = experiment;
        this.views = views;
        this.choices = choices;
    }

    /**
     * Replaces a dataset.
     *
     * @param name the dataset's name
     * @param path where the other data lie; their kind is told from their content
     * @param choices takes sentences about what was decided
     */
    static void into(Experiment experiment, String name, Path path, List<String> choices) {
        var old =
                experiment.getDatasets().stream()
                        .filter(dataset -> dataset.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        var views =
                switch (DataKind.detect(path)) {
                    case DRR_FOLDER -> DrrFolder.read(path, old.getImageSize());
                };
        new OtherData(experiment, views, choices).replace(old, path);
    }

    private void replace(Dataset old, Path path) {
        tunings().forEach(this::adapt);
        var dataset = ExperimentFactory.eINSTANCE.createDrrFolder();
        dataset.setId(old.getId());
        dataset.setName(old.getName());
        dataset.setImageSize(old.getImageSize());
        // Experiments hold no absolute paths; where the data lie is known beside the experiment.
        dataset.setFolder(old.getName());
        dataset.getHeldOut().addAll(heldOut(old).map(ViewKey::toString).toList());
        EcoreUtil.replace(old, dataset);
        choices.add(
                "%s: %d views of %d instances in %s at %d x %d pixels; held out: %s"
                        .formatted(
                                old.getName(),
                                views.views().size(),
                                views.instances().size(),
                                path,
                                old.getImageSize(),
                                old.getImageSize(),
                                named(dataset.getHeldOut())));
    }

    private static String named(List<String> keys) {
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }

    private Stream<FineTuning> tunings() {
        return experiment.getVariants().stream()
                .filter(GrafVariant.class::isInstance)
                .map(variant -> ((GrafVariant) variant).getFineTuning());
    }

    /** An instance that the other data lack becomes their first. */
    private void adapt(FineTuning tuning) {
        var instance = tuning.getInstance();
        if (!instance.isEmpty() && !views.instances().contains(instance)) {
            tuning.setInstance("");
            choices.add(
                    "There is no instance %s in these data; %s is fine-tuned instead"
                            .formatted(instance, views.instances().getFirst()));
        }
    }

    private Stream<ViewKey> heldOut(Dataset old) {
        var kept = written(old).heldOut().stream().filter(this::exists).toList();
        return kept.isEmpty() ? everyNinth() : kept.stream();
    }

    private static DrrSplit written(Dataset old) {
        var preset = old.getSplit().getLiteral().replace('_', '-');
        return DrrSplit.preset(preset).and(DrrSplit.of(List.copyOf(old.getHeldOut())));
    }

    private boolean exists(ViewKey key) {
        return views.views().stream().anyMatch(view -> view.key().equals(key));
    }

    /** Never a view that a variant is fine-tuned to: that one must stay in training. */
    private Stream<ViewKey> everyNinth() {
        var fitted = tunings().flatMap(this::fitted).collect(Collectors.toSet());
        var orbit = views.ofInstance(instance());
        return orbit.stream()
                .map(view -> view.key())
                .filter(key -> orbit.size() > STRIDE && key.index() % STRIDE == FIRST)
                .filter(key -> !fitted.contains(key));
    }

    private String instance() {
        return tunings().flatMap(this::fitted).map(ViewKey::instance).findFirst().orElse(first());
    }

    private Stream<ViewKey> fitted(FineTuning tuning) {
        var instance = tuning.getInstance().isEmpty() ? first() : tuning.getInstance();
        return Stream.concat(Stream.of(tuning.getView()), tuning.getFurtherViews().stream())
                .map(index -> new ViewKey(instance, index));
    }

    private String first() {
        return views.instances().getFirst();
    }
}
