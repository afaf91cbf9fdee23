// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.evaluation;

import org.penumbra.engine.method.Trainer;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.metrics.profile.MetricProfile;
import org.penumbra.runs.baseline.Baselines;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.results.Scores;
import org.penumbra.runs.results.ViewScore;

import java.util.ArrayList;
import java.util.List;

/** Measures one instance: its fine-tuned views, and its held-out views where there are any. */
public final class Evaluation {
    private final MetricProfile profile;
    private final int size;
    private final List<DrrView> truths;
    private final int fitted;
    private final DrrSet training;

    /**
     * An evaluation at the data's own image size.
     *
     * @param views all views
     * @param split which are held out
     * @param fitted the views of one instance that the method is fitted to, one at least
     * @param profile the metric profile's name
     * @throws org.penumbra.io.InputException where a view or the profile does not exist
     */
    public Evaluation(DrrSet views, DrrSplit split, List<ViewKey> fitted, String profile) {
        this.profile = MetricProfile.of(profile);
        size = views.imageSize();
        training = split.training(views);
        this.fitted = fitted.size();
        truths = new ArrayList<>(fitted.stream().map(views::view).toList());
        split.heldOut(views).views().stream()
                .filter(view -> view.key().instance().equals(fitted.getFirst().instance()))
                .filter(view -> !fitted.contains(view.key()))
                .forEach(truths::add);
    }

    /** Has the trainer render every view that is measured. */
    public Predictions predict(Trainer trainer) {
        var area = size * size;
        var pixels = new float[truths.size() * area];
        for (int i = 0; i < truths.size(); i++) {
            var view = trainer.render(truths.get(i).azimuthDegrees(), size);
            System.arraycopy(view, 0, pixels, i * area, area);
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
            var role = i < fitted ? ViewScore.FINE_TUNED : ViewScore.HELD_OUT;
            scores.add(Baselines.score(truths.get(i), role, predictions.view(i), profile));
        }
        return scores;
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
        var metrics = Scores.means(scores);
        metrics.put("seconds", seconds);
        var baselines =
                Baselines.measure(
                        training,
                        truths.subList(0, fitted),
                        truths.subList(fitted, truths.size()),
                        profile);
        return new Results(profile.id(), steps, metrics, scores, baselines);
    }
}
