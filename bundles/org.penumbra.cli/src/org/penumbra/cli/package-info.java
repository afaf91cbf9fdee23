// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The command line: its entry point, where it prints to, and how it fails. Start-up is kept short:
 * nothing of a command's work is loaded before that command runs.
 */
package org.penumbra.cli;
