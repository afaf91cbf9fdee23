// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.queue.Control;
import org.penumbra.runs.queue.QueueFolder;
import org.penumbra.runs.queue.Reply;
import org.penumbra.runs.queue.SchedulerProcess;
import org.penumbra.runs.queue.Submission;
import org.penumbra.runs.queue.Wish;

import java.util.ArrayList;
import java.util.List;

/** Puts runs that exist back into the queue. */
final class Requeue {
    private final QueueOptions options;
    private final Control control = Controls.here();
    private int most;

    Requeue(QueueOptions options) {
        this.options = options;
    }

    /** What is done with one run. */
    interface Way {
        Reply of(RunFolder run, int index);
    }

    Control control() {
        return control;
    }

    List<Reply> all(List<RunFolder> runs, Way way) {
        most = runs.size();
        var replies = new ArrayList<Reply>();
        for (int i = 0; i < runs.size(); i++) {
            replies.add(way.of(runs.get(i), i));
        }
        new SchedulerProcess().ensure();
        return replies;
    }

    Reply resume(RunFolder run, int index) {
        return control.resume(run, submission(run), index);
    }

    Reply retry(RunFolder run, int index) {
        return control.retry(run, submission(run), index);
    }

    private Submission submission(RunFolder run) {
        return new Submission(QueueFolder.here(), wish(run), options.priority());
    }

    private Wish wish(RunFolder run) {
        var resources =
                new Fields(run.description().resources(), run.path() + "/run.json, resources");
        var device = resources.optionalText("device").orElse("auto");
        int threads = resources.has("threads") ? Math.toIntExact(resources.whole("threads")) : 0;
        return options.wish(device, threads, most);
    }
}
