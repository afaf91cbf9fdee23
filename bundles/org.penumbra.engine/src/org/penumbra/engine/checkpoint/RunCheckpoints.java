// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.checkpoint;

import com.google.gson.JsonObject;

import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.settings.SettingsNode;
import org.penumbra.io.json.Json;
import org.penumbra.runs.checkpoints.Checkpoint;
import org.penumbra.runs.checkpoints.Checkpoints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Puts a trainer's state into a run's checkpoints and takes it out again. */
public final class RunCheckpoints {
    private static final String SESSION = "session.json";

    private final Checkpoints checkpoints;

    /** Over a run's checkpoints. */
    public RunCheckpoints(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * Writes the state as it is now.
     *
     * @param trainer the trainer
     * @param seconds the time spent on all its steps
     */
    public void save(Trainer trainer, double seconds) {
        checkpoints.save(trainer.step(), folder -> fill(folder, trainer, seconds));
    }

    /**
     * Puts the trainer where the last good checkpoint was; without one it stays at its beginning.
     *
     * @param trainer the trainer, at its beginning
     * @param damage hears one sentence for every newer checkpoint that is damaged, and one more
     *     where none is good
     * @return the seconds spent until there
     */
    public double restore(Trainer trainer, Consumer<String> damage) {
        var damaged = new ArrayList<String>();
        var latest = checkpoints.latest(damaged::add);
        damaged.forEach(damage);
        if (latest.isEmpty() && !damaged.isEmpty()) {
            damage.accept("All checkpoints are damaged: the run began again at step 0.");
        }
        return latest.map(checkpoint -> restore(checkpoint, trainer)).orElse(0.0);
    }

    private static double restore(Checkpoint checkpoint, Trainer trainer) {
        trainer.restore(checkpoint.path());
        var file = checkpoint.file(SESSION);
        return new SettingsNode(file.toString(), Json.parse(file).getAsJsonObject())
                .notNegative("seconds");
    }

    private static void fill(Path folder, Trainer trainer, double seconds) {
        trainer.save(folder);
        var session = new JsonObject();
        session.addProperty("seconds", seconds);
        Json.write(folder.resolve(SESSION), session);
    }
}
