// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.eclipse.emf.common.util.BasicEList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.Named;
import org.penumbra.model.Variant;
import org.penumbra.model.paths.Nearest;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link ModelJson} writes. Strict: a field that the model does not have, a value of
 * another type or out of its range is refused. What is absent stays as the model has it at first;
 * identities, which are not written, are empty.
 */
public final class ModelReader {
    private ModelReader() {}

    /**
     * Reads a variant.
     *
     * @param method the name of its class, such as {@code MedNeRF}
     * @param name the variant's own name
     * @param json its settings
     * @param where how messages call the place of the settings
     * @throws InputException when there is no such method, or as {@link #read} does
     */
    public static Variant variant(String method, String name, JsonObject json, String where) {
        if (ExperimentPackage.eINSTANCE.getEClassifier(method) instanceof EClass type
                && !type.isAbstract()
                && ExperimentPackage.Literals.VARIANT.isSuperTypeOf(type)) {
            var variant = (Variant) read(type, json, where);
            variant.setName(name);
            return variant;
        }
        throw new InputException(
                "%s is of a method %s that this release does not have: open it with a newer Penumbra."
                        .formatted(where, method));
    }

    /**
     * Reads an object and all that it contains.
     *
     * @param type its class
     * @param json its features
     * @param where how messages call its place
     * @return a new object, in no container
     * @throws InputException when the JSON is not what the class has, naming the place
     */
    public static EObject read(EClass type, JsonObject json, String where) {
        if (type.isAbstract()) {
            throw new InputException(
                    "%s cannot be read: it does not say which kind of %s it is."
                            .formatted(where, type.getName()));
        }
        var object = EcoreUtil.create(type);
        json.asMap().forEach((field, value) -> set(object, field, value, where));
        return object;
    }

    private static void set(EObject object, String field, JsonElement value, String where) {
        var feature = object.eClass().getEStructuralFeature(field);
        if (feature == null || ModelJson.isLeftOut(feature)) {
            throw unknown(object.eClass(), field, where);
        }
        var place = where + "/" + field;
        object.eSet(
                feature,
                switch (feature) {
                    case EAttribute attribute -> attribute(attribute, value, place);
                    case EReference reference -> children(reference, value, place);
                    default -> throw new IllegalStateException(feature.toString());
                });
    }

    private static InputException unknown(EClass type, String field, String where) {
        var names =
                type.getEAllStructuralFeatures().stream()
                        .filter(feature -> !ModelJson.isLeftOut(feature))
                        .map(EStructuralFeature::getName)
                        .toList();
        return new InputException(
                "%s/%s is no setting of %s; the nearest are %s."
                        .formatted(
                                where,
                                field,
                                type.getName(),
                                String.join(", ", Nearest.of(field, names))));
    }

    private static Object attribute(EAttribute attribute, JsonElement value, String place) {
        if (!attribute.isMany()) {
            return JsonValue.of(attribute, value, place);
        }
        var values = new ArrayList<>();
        for (var element : array(value, place)) {
            values.add(JsonValue.of(attribute, element, place));
        }
        return values;
    }

    private static Object children(EReference reference, JsonElement value, String place) {
        var type = reference.getEReferenceType();
        if (!reference.isMany()) {
            return named(read(type, object(value, place), place), reference.getName());
        }
        return ModelJson.isNamed(reference) ? byName(type, value, place) : list(type, value, place);
    }

    // A single child's name is not written: its place is its name.
    private static EObject named(EObject child, String name) {
        if (child instanceof Named named) {
            named.setName(name);
        }
        return child;
    }

    private static List<EObject> byName(EClass type, JsonElement value, String place) {
        var children = new BasicEList<EObject>();
        object(value, place)
                .asMap()
                .forEach((name, child) -> children.add(child(type, name, child, place)));
        return children;
    }

    private static EObject child(EClass type, String name, JsonElement child, String place) {
        var here = place + "/" + name;
        return named(read(type, object(child, here), here), name);
    }

    private static List<EObject> list(EClass type, JsonElement value, String place) {
        var children = new BasicEList<EObject>();
        for (var element : array(value, place)) {
            var here = "%s/#%d".formatted(place, children.size() + 1);
            children.add(read(type, object(element, here), here));
        }
        return children;
    }

    private static JsonObject object(JsonElement value, String place) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw JsonValue.mistyped(place, value, "an object");
    }

    private static JsonArray array(JsonElement value, String place) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw JsonValue.mistyped(place, value, "a list");
    }
}
