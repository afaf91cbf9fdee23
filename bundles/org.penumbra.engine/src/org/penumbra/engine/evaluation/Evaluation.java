// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.penumbra.engine.method.Trainer;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.profile.MetricProfile;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.results.ViewScore;

/** Measures one instance: its fine-tuned view, and its held-out views where there are any. */
public final class Evaluation {
    private final MetricProfile profile;
    private final int size;
    private final List<DrrView> truths;
    private final Baselines baselines;

    /**
     * An evaluation at the data's own image size.
     *
     * @param views all views
     * @param split which are held out
     * @param fitted the view that the method is fitted to
     * @param profile the metric profile's name
     * @throws org.penumbra.io.InputException where a view or the profile does not exist
     */
    public Evaluation(DrrSet views, DrrSplit split, ViewKey fitted, String profile) {
        this.profile = MetricProfile.of(profile);
        size = views.imageSize();
        baselines = new Baselines(split.training(views));
        truths = new ArrayList<>(List.of(views.view(fitted)));
        split.heldOut(views).views().stream()
                .filter(view -> view.key().instance().equals(fitted.instance()))
                .filter(view -> !view.key().equals(fitted))
                .forEach(truths::add);
    }

    /** Has the trainer render every view that is measured. */
    public Predictions predict(Trainer trainer) {
        return predictions(view -> trainer.render(view.azimuthDegrees(), size));
    }

    private Predictions predictions(Function<DrrView, float[]> predictor) {
        var area = size * size;
        var pixels = new float[truths.size() * area];
        for (int i = 0; i < truths.size(); i++) {
            System.arraycopy(predictor.apply(truths.get(i)), 0, pixels, i * area, area);
        }
        return new Predictions(
                truths.stream().map(DrrView::key).toList(),
                truths.stream().mapToDouble(DrrView::azimuthDegrees).toArray(),
                size,
                pixels);
    }

    /** Measures each predicted view. */
    public List<ViewScore> scores(Predictions predictions) {
        var scores = new ArrayList<ViewScore>();
        for (int i = 0; i < truths.size(); i++) {
            var truth = new Image(size, size, truths.get(i).pixels());
            scores.add(
                    new ViewScore(
                            truths.get(i).key(),
                            i == 0 ? ViewScore.FINE_TUNED : ViewScore.HELD_OUT,
                            profile.measure(predictions.image(i), truth)));
        }
        return scores;
    }

    /**
     * Sums scores up: the fine-tuned view's metrics under their own names, the held-out views'
     * means under {@code heldout_} and the name.
     */
    public Map<String, Double> means(List<ViewScore> scores) {
        var means = new LinkedHashMap<>(scores.getFirst().metrics());
        var heldOut = scores.subList(1, scores.size());
        for (var score : heldOut) {
            score.metrics()
                    .forEach(
                            (name, value) ->
                                    means.merge(
                                            "heldout_" + name,
                                            value / heldOut.size(),
                                            Double::sum));
        }
        return means;
    }

    /**
     * The final figures of a run.
     *
     * @param predictions its views
     * @param steps the steps it took
     * @param seconds the time that they took
     */
    public Results results(Predictions predictions, long steps, double seconds) {
        var scores = scores(predictions);
        var metrics = means(scores);
        metrics.put("seconds", seconds);
        return new Results(profile.id(), steps, metrics, scores, baselineMeans());
    }

    private Map<String, Map<String, Double>> baselineMeans() {
        var means = new LinkedHashMap<String, Map<String, Double>>();
        means.put("mean-image", means(scores(predictions(view -> baselines.meanImage()))));
        means.put("nearest-view", means(scores(predictions(baselines::nearestView))));
        return means;
    }
}
