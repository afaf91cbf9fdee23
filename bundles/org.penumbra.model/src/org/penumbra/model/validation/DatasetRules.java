// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.penumbra.model.Dataset;
import org.penumbra.model.DrrFolder;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.PhantomViews;
import org.penumbra.model.ScanGeometry;
import org.penumbra.model.SplitPreset;
import org.penumbra.model.paths.Nearest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Datasets: where they lie, which instances they have, what is held out. */
final class DatasetRules {
    private static final List<String> PHANTOMS = List.of("knee", "chest", "shepp-logan");
    private static final Pattern INSTANCE = Pattern.compile("[^\\s:,/]+");
    private static final Pattern VIEW = Pattern.compile("([^\\s:,/]+):(\\d{1,6})");
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:)?[/\\\\].*|~.*");
    private static final Pattern VARIABLES = Pattern.compile("(\\$\\{\\w+}(/[^$]*)?)|[^$]*");
    // The highest view that the split of UMedNeRF holds out.
    private static final int LAST_SPLIT_VIEW = 61;

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(DrrFolder.class, DatasetRules::folder),
                    new Rule<>(Dataset.class, DatasetRules::instances),
                    new Rule<>(Dataset.class, DatasetRules::heldOut),
                    new Rule<>(PhantomViews.class, DatasetRules::phantom),
                    new Rule<>(ScanGeometry.class, DatasetRules::geometry));

    private DatasetRules() {}

    private static void folder(DrrFolder data, Report report) {
        var folder = data.getFolder();
        if (folder.isBlank()) {
            report.error(
                    data, Literals.DRR_FOLDER__FOLDER, "is empty; name the folder of the images");
        } else if (ABSOLUTE.matcher(folder).matches()) {
            report.error(
                    data,
                    Literals.DRR_FOLDER__FOLDER,
                    "is the absolute path %s; write it relative to the experiment or as ${data}/..."
                            .formatted(folder));
        } else if (!VARIABLES.matcher(folder).matches()) {
            report.error(
                    data,
                    Literals.DRR_FOLDER__FOLDER,
                    "is \"%s\"; a variable such as ${data} stands at the beginning, before a slash"
                            .formatted(folder));
        }
    }

    private static void instances(Dataset data, Report report) {
        for (var instance : data.getInstances()) {
            if (!INSTANCE.matcher(instance).matches()) {
                var message = "hold \"%s\"; write instances as in the file names, such as 01";
                report.error(data, Literals.DATASET__INSTANCES, message.formatted(instance));
            }
        }
        duplicates(data, Literals.DATASET__INSTANCES, data.getInstances(), report);
        duplicates(data, Literals.DATASET__HELD_OUT, data.getHeldOut(), report);
    }

    private static void duplicates(
            Dataset data, EAttribute feature, List<String> values, Report report) {
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value)) {
                report.error(data, feature, "hold %s twice; remove one of them".formatted(value));
            }
        }
    }

    private static void heldOut(Dataset data, Report report) {
        var instances = Set.copyOf(data.getInstances());
        for (var view : data.getHeldOut()) {
            var match = VIEW.matcher(view);
            if (!match.matches()) {
                var message = "hold \"%s\"; write views as INSTANCE:INDEX, such as 01:7";
                report.error(data, Literals.DATASET__HELD_OUT, message.formatted(view));
            } else if (!instances.isEmpty() && !instances.contains(match.group(1))) {
                var message = "hold %s, but instance %s is not used; remove one or add the other";
                report.error(
                        data, Literals.DATASET__HELD_OUT, message.formatted(view, match.group(1)));
            } else if (data instanceof PhantomViews phantom) {
                exists(phantom, view, Integer.parseInt(match.group(2)), report);
            }
        }
    }

    private static void exists(PhantomViews phantom, String view, int index, Report report) {
        var geometry = phantom.getGeometry();
        if (geometry != null && index >= geometry.getViews()) {
            report.error(
                    phantom,
                    Literals.DATASET__HELD_OUT,
                    "hold %s, but there are only views 0 to %d; name one of them"
                            .formatted(view, geometry.getViews() - 1));
        }
    }

    private static void phantom(PhantomViews data, Report report) {
        var name = data.getPhantom();
        if (!PHANTOMS.contains(name)) {
            var message = "is \"%s\"; the nearest are %s";
            var nearest = String.join(", ", Nearest.of(name, PHANTOMS));
            report.error(data, Literals.PHANTOM_VIEWS__PHANTOM, message.formatted(name, nearest));
        }
        var geometry = data.getGeometry();
        if (data.getSplit() == SplitPreset.UMEDNERF_KNEE_01
                && geometry != null
                && geometry.getViews() <= LAST_SPLIT_VIEW) {
            report.error(
                    data,
                    Literals.DATASET__SPLIT,
                    "holds out view 61, so geometry/views must be at least 62; raise it or set"
                            + " none");
        }
    }

    private static void geometry(ScanGeometry scan, Report report) {
        if (scan.getDsd() <= scan.getDso()) {
            report.error(
                    scan,
                    Literals.SCAN_GEOMETRY__DSD,
                    "is %s, not beyond the object at %s; set it larger than dso"
                            .formatted(scan.getDsd(), scan.getDso()));
        }
    }
}
