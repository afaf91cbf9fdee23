// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

/**
 * How runs are queued.
 *
 * @param queue where
 * @param wish what each of them needs
 * @param priority the larger, the earlier
 * @param again whether finished runs are run again, in folders of their own
 */
public record QueueSettings(QueueFolder queue, Wish wish, int priority, boolean again) {}
