// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * What a published method is to the worker: a name, a version and a trainer. Methods are found by
 * {@link java.util.ServiceLoader}, so that another bundle can bring one.
 */
package org.penumbra.engine.method;
