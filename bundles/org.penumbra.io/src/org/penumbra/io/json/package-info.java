// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * JSON read strictly (RFC 8259, no duplicate names, bounded depth), written for people, written
 * canonically (RFC 8785) for checksums that are identities, and as YAML for people again.
 */
package org.penumbra.io.json;
