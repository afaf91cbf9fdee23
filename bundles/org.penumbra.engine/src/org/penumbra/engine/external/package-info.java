// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * Runs of programs that are not part of this one: the settings are written as the program expects
 * them, the command is started in a process group of its own, and what it writes is followed while
 * it works. Nothing here starts the engine's mathematics library.
 */
package org.penumbra.engine.external;
