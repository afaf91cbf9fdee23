// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.Named;

import java.util.List;
import java.util.Set;

/**
 * Writes objects of the experiment model as JSON: features under their own names, a single child as
 * an object, named children as an object keyed by their names, other children and lists of values
 * as arrays, literals as strings. Names and ids are left out, and so are absent children.
 */
public final class ModelJson {
    private static final Set<EStructuralFeature> LEFT_OUT =
            Set.of(ExperimentPackage.Literals.NAMED__NAME, ExperimentPackage.Literals.NAMED__ID);

    private ModelJson() {}

    /**
     * Writes one object and all that it contains.
     *
     * @param object an object of the experiment model
     * @return its features, in the order of the model
     */
    public static JsonObject of(EObject object) {
        var json = new JsonObject();
        for (var feature : object.eClass().getEAllStructuralFeatures()) {
            var value = object.eGet(feature);
            if (value != null && !isLeftOut(feature)) {
                json.add(feature.getName(), element(feature, value));
            }
        }
        return json;
    }

    private static JsonElement element(EStructuralFeature feature, Object value) {
        return switch (value) {
            case List<?> children when isNamed(feature) -> byName(children);
            case List<?> values -> array(feature, values);
            case EObject child -> of(child);
            case Boolean flag -> new JsonPrimitive(flag);
            case Number number -> new JsonPrimitive(number);
            default -> new JsonPrimitive(value.toString());
        };
    }

    /** Whether a feature is not written: it names or identifies the object itself. */
    static boolean isLeftOut(EStructuralFeature feature) {
        return LEFT_OUT.contains(feature);
    }

    /** Whether a feature holds children that are written by their names. */
    static boolean isNamed(EStructuralFeature feature) {
        return feature instanceof EReference reference
                && ExperimentPackage.Literals.NAMED.isSuperTypeOf(reference.getEReferenceType());
    }

    private static JsonObject byName(List<?> children) {
        var json = new JsonObject();
        children.forEach(child -> json.add(((Named) child).getName(), of((EObject) child)));
        return json;
    }

    private static JsonArray array(EStructuralFeature feature, List<?> values) {
        var json = new JsonArray();
        values.forEach(value -> json.add(element(feature, value)));
        return json;
    }
}
