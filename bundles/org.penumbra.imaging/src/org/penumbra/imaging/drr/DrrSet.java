// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.io.InputException;

import java.util.Collection;
import java.util.List;

/**
 * Square DRRs of one size: what a GRAF-type method trains on. The views are held sorted by key.
 *
 * @param kind where they come from: {@code drr-folder} or {@code phantom}
 * @param imageSize pixels along each side
 * @param views all views, sorted by instance and index
 */
public record DrrSet(String kind, int imageSize, List<DrrView> views) {

    /** Sorts the views and refuses doubled keys and images of another size. */
    public DrrSet {
        views = views.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        for (int i = 0; i < views.size(); i++) {
            var key = views.get(i).key();
            if (i > 0 && key.equals(views.get(i - 1).key())) {
                throw new IllegalArgumentException("view " + key + " is there twice");
            }
            if (views.get(i).pixels().length != imageSize * imageSize) {
                throw new IllegalArgumentException("view " + key + " has another size");
            }
        }
    }

    /** The instances' names, sorted. */
    public List<String> instances() {
        return views.stream().map(view -> view.key().instance()).distinct().toList();
    }

    /**
     * The view of this name.
     *
     * @throws InputException when there is none
     */
    public DrrView view(ViewKey key) {
        return ofInstance(key.instance()).stream()
                .filter(view -> view.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InputException(missing(key)));
    }

    /**
     * All views of one instance, sorted by index.
     *
     * @throws InputException when there is no such instance
     */
    public List<DrrView> ofInstance(String instance) {
        var found = views.stream().filter(v -> v.key().instance().equals(instance)).toList();
        if (found.isEmpty()) {
            throw new InputException(
                    "the data have no instance '%s'; choose one of %s"
                            .formatted(instance, String.join(", ", instances())));
        }
        return found;
    }

    /**
     * Only the views of these instances; all when none is named.
     *
     * @throws InputException when an instance is not there
     */
    public DrrSet select(Collection<String> instances) {
        if (instances.isEmpty()) {
            return this;
        }
        var chosen = instances.stream().distinct().flatMap(i -> ofInstance(i).stream()).toList();
        return new DrrSet(kind, imageSize, chosen);
    }

    /**
     * {@code sha256:} and the hash of what the views are: instance, index, size and pixels. The
     * same data give the same fingerprint wherever they lie and in whatever order they were read.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    private String missing(ViewKey key) {
        var indices = ofInstance(key.instance());
        return "the data have no view %s; instance %s has %d views, from %d to %d"
                .formatted(
                        key,
                        key.instance(),
                        indices.size(),
                        indices.getFirst().key().index(),
                        indices.getLast().key().index());
    }
}
