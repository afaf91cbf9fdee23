// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The experiment as a researcher edits and saves it. Everything in this package is generated from
 * {@code model/experiment.ecore}, whose documentation (meaning, unit, published value) is at once
 * the Javadoc, the tooltip and the manual page of a setting.
 */
package org.penumbra.model;
