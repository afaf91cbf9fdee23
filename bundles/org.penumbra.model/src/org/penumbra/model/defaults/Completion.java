// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.defaults;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.FineTuning;
import org.penumbra.model.LearningRateSchedule;
import org.penumbra.model.LossKind;
import org.penumbra.model.LossTerm;
import org.penumbra.model.Named;
import org.penumbra.model.Optimiser;
import org.penumbra.model.OptimiserKind;
import org.penumbra.model.UMedNeRF;
import org.penumbra.model.Weighting;
import org.penumbra.model.paths.FeaturePath;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Adds what is missing to a part of an experiment: every required child, with the published values
 * of its place, and an identity for everything that has a name. What is there stays as it is.
 */
public final class Completion {
    private static final List<Integer> MILESTONES = List.of(50_000, 100_000, 200_000);

    private final Set<String> ids = new HashSet<>();

    private Completion() {}

    /**
     * Completes an object and all that it contains.
     *
     * @param root an experiment, a variant or any other part
     */
    public static void complete(EObject root) {
        addChildren(root);
        var completion = new Completion();
        completion.collectIds(root);
        completion.addIds(root);
    }

    private static void addChildren(EObject object) {
        for (var reference : object.eClass().getEAllContainments()) {
            if (reference.isRequired() && object.eGet(reference) == null) {
                object.eSet(reference, child(object, reference));
            }
        }
        List.copyOf(object.eContents()).forEach(Completion::addChildren);
    }

    private static EObject child(EObject owner, EReference reference) {
        var child = ExperimentFactory.eINSTANCE.create(reference.getEReferenceType());
        switch (child) {
            case Optimiser optimiser -> publish(optimiser, reference);
            case LearningRateSchedule schedule -> schedule.getMilestones().addAll(MILESTONES);
            case FineTuning tuning when owner instanceof UMedNeRF -> publish(tuning);
            case LossTerm reconstruction -> publish(reconstruction);
            default -> {}
        }
        return child;
    }

    private static void publish(Optimiser optimiser, EReference reference) {
        if (reference == Literals.GRAF_VARIANT__DISCRIMINATOR_OPTIMISER) {
            optimiser.setLearningRate(1e-4);
        } else if (reference == Literals.FINE_TUNING__CODE_OPTIMISER) {
            optimiser.setKind(OptimiserKind.ADAM);
            optimiser.setBeta1(0);
        }
    }

    private static void publish(FineTuning tuning) {
        tuning.setImageSize(128);
        tuning.setWeighting(Weighting.UNCERTAINTY);
    }

    private static void publish(LossTerm reconstruction) {
        reconstruction.setName("reconstruction");
        reconstruction.setKind(LossKind.LPIPS_VGG);
    }

    private void collectIds(EObject root) {
        ids.add(id(root));
        EcoreUtil.<EObject>getAllContents(root, true).forEachRemaining(o -> ids.add(id(o)));
    }

    private static String id(EObject object) {
        return object instanceof Named named ? named.getId() : "";
    }

    private void addIds(EObject object) {
        if (object instanceof Named named && named.getId().isEmpty()) {
            named.setId(identity(object));
            ids.add(named.getId());
        }
        object.eContents().forEach(this::addIds);
    }

    // Made from the place, so that a file written by hand has the same ids however often it is
    // read.
    private String identity(EObject object) {
        var root = EcoreUtil.getRootContainer(object);
        var seed = root == object ? ((Named) root).getName() : id(root);
        var place = seed + "/" + FeaturePath.of(object, null);
        var id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
        return ids.contains(id) ? UUID.randomUUID().toString() : id;
    }
}
