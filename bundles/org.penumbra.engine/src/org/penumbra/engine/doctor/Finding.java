// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

/**
 * What a check found.
 *
 * @param check its name
 * @param ok whether all is as it must be
 * @param detail the figures behind it
 */
public record Finding(String check, boolean ok, String detail) {}
