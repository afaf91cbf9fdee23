// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * The door to libtorch: start-up and device, memory scopes, the gradient tape, operations that are
 * safe to differentiate, and TorchScript written from Java for what DJL lacks.
 */
package org.penumbra.engine.torch;
