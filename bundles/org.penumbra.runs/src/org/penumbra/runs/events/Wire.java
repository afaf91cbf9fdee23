// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

/**
 * The numbers of TensorFlow's {@code event.proto}, {@code summary.proto} and of the protocol buffer
 * encoding.
 */
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    static final int EVENT_WALL_TIME = 1;
    static final int EVENT_STEP = 2;
    static final int EVENT_FILE_VERSION = 3;
    static final int EVENT_SUMMARY = 5;
    static final int EVENT_SESSION_LOG = 7;
    static final int SUMMARY_VALUE = 1;
    static final int VALUE_TAG = 1;
    static final int VALUE_SIMPLE_VALUE = 2;
    static final int VALUE_TENSOR = 8;
    static final int TENSOR_TYPE = 1;
    static final int TENSOR_SHAPE = 2;
    static final int TENSOR_CONTENT = 4;
    static final int TENSOR_FLOATS = 5;
    static final int TENSOR_DOUBLES = 6;
    static final int SHAPE_DIMENSION = 2;
    static final int DIMENSION_SIZE = 1;
    static final int TYPE_FLOAT = 1;
    static final int TYPE_DOUBLE = 2;
    static final int SESSION_LOG_STATUS = 1;
    static final int STATUS_START = 1;

    private Wire() {}
}
