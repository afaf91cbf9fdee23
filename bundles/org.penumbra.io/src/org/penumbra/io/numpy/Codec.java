// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How elements lie in the file and in memory. */
enum Codec {
    HALF('f', 2, float.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((float[]) to)[at] = Float.float16ToFloat(from.getShort());
        }
    },
    SINGLE('f', 4, float.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((float[]) to)[at] = from.getFloat();
        }

        @Override
        void write(Object from, int at, ByteBuffer to, int bytes) {
            to.putFloat(((float[]) from)[at]);
        }
    },
    DOUBLE('f', 8, double.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((double[]) to)[at] = from.getDouble();
        }

        @Override
        void write(Object from, int at, ByteBuffer to, int bytes) {
            to.putDouble(((double[]) from)[at]);
        }
    },
    LONG('i', 8, long.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((long[]) to)[at] = from.getLong();
        }

        @Override
        void write(Object from, int at, ByteBuffer to, int bytes) {
            to.putLong(((long[]) from)[at]);
        }
    },
    SIGNED('i', 0, long.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((long[]) to)[at] = small(from, bytes);
        }
    },
    UNSIGNED_LONG('u', 8, long.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            var number = from.getLong();
            if (number < 0) {
                throw new InputException(
                        "%s holds the number %s, which is beyond 2^63; save it as another type."
                                .formatted(where, Long.toUnsignedString(number)));
            }
            ((long[]) to)[at] = number;
        }
    },
    UNSIGNED('u', 0, long.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((long[]) to)[at] = small(from, bytes) & ((1L << (Byte.SIZE * bytes)) - 1);
        }
    },
    BOOLEAN('b', 1, boolean.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((boolean[]) to)[at] = from.get() != 0;
        }

        @Override
        void write(Object from, int at, ByteBuffer to, int bytes) {
            to.put((byte) (((boolean[]) from)[at] ? 1 : 0));
        }
    },
    TEXT('U', 0, String.class) {
        @Override
        void read(ByteBuffer from, int bytes, Object to, int at, String where) {
            ((String[]) to)[at] = text(from, bytes, where);
        }

        @Override
        void write(Object from, int at, ByteBuffer to, int bytes) {
            var end = to.position() + bytes;
            ((String[]) from)[at].codePoints().forEach(to::putInt);
            to.position(end);
        }
    };

    /** Bytes of one character: text is stored as UTF-32. */
    static final int POINT = Integer.BYTES;

    /** Characters of the longest text element that is read. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final int STRING_OVERHEAD = 48;

    final char kind;
    final Class<?> memory;
    private final int width;

    Codec(char kind, int width, Class<?> memory) {
        this.kind = kind;
        this.width = width;
        this.memory = memory;
    }

    static Optional<Codec> of(char kind, int width) {
        return Arrays.stream(values())
                .filter(codec -> codec.kind == kind && codec.allows(width))
                .findFirst();
    }

    private boolean allows(int asked) {
        return switch (this) {
            case SIGNED, UNSIGNED -> asked == 1 || asked == 2 || asked == 4;
            // An element without bytes would let a tiny file ask for any number of them.
            case TEXT -> asked > 0 && asked <= LONGEST_TEXT;
            default -> asked == width;
        };
    }

    static Codec writing(Object data) {
        return switch (data) {
            case float[] _ -> SINGLE;
            case double[] _ -> DOUBLE;
            case long[] _ -> LONG;
            case boolean[] _ -> BOOLEAN;
            case String[] _ -> TEXT;
            default ->
                    throw new IllegalArgumentException(
                            "no NumPy type for " + data.getClass().getSimpleName());
        };
    }

    /** Bytes that each of some elements needs in a file. */
    int width(Object data) {
        if (this != TEXT) {
            return width;
        }
        var points = Arrays.stream((String[]) data).mapToInt(s -> s.codePointCount(0, s.length()));
        return Math.max(1, points.max().orElse(1)) * POINT;
    }

    /** Bytes of memory that one element takes, at least. */
    int memoryBytes(int bytes) {
        if (this == TEXT) {
            return bytes + STRING_OVERHEAD;
        }
        return memory == boolean.class ? 1 : memory == float.class ? Float.BYTES : Long.BYTES;
    }

    Object allocate(int elements) {
        return Array.newInstance(memory, elements);
    }

    abstract void read(ByteBuffer from, int bytes, Object to, int at, String where);

    void write(Object from, int at, ByteBuffer to, int bytes) {
        throw new IllegalStateException(this + " is only read");
    }

    private static long small(ByteBuffer from, int bytes) {
        return switch (bytes) {
            case 1 -> from.get();
            case 2 -> from.getShort();
            default -> from.getInt();
        };
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** NumPy pads with zeros, which are not part of the text. */
    private static String text(ByteBuffer from, int bytes, String where) {
        var text = new StringBuilder();
        var length = 0;
        for (var i = 0; i < bytes; i += POINT) {
            var point = from.getInt();
            if (!Character.isValidCodePoint(point) || isSurrogate(point)) {
                throw new InputException(
                        where
                                + " holds text that is not Unicode; the file is damaged, get it"
                                + " again.");
            }
            text.appendCodePoint(point);
            length = point == 0 ? length : text.length();
        }
        return text.substring(0, length);
    }
}
