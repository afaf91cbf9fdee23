// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the tags of one run's logs, so that a scan makes no text for every value: an open
 * addressing table by the bytes of a tag. Not for several threads at once.
 */
public final class TagTable {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FREE = -1;
    private static final byte[] NONE = {};

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private byte[][] keys = new byte[16][];
    private int[] indices = new int[16];
    private int[] slots = free(32);
    private int size;

    /** How many tags there are; their indices are 0 to one less. */
    public int size() {
        return names.size();
    }

    /** The tag of an index. */
    public String name(int index) {
        return names.get(index);
    }

    /** All tags by index. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The index of a tag, new if it is. */
    public int index(String tag) {
        return byName.computeIfAbsent(tag, this::named);
    }

    private int named(String tag) {
        names.add(tag);
        return names.size() - 1;
    }

    int empty() {
        return index(NONE, 0, 0);
    }

    /** The index of the tag in some bytes of UTF-8. */
    int index(byte[] bytes, int start, int length) {
        int slot = hash(bytes, start, length) & slots.length - 1;
        for (; slots[slot] != FREE; slot = slot + 1 & slots.length - 1) {
            var key = keys[slots[slot]];
            if (Arrays.equals(key, 0, key.length, bytes, start, start + length)) {
                return indices[slots[slot]];
            }
        }
        return add(Arrays.copyOfRange(bytes, start, start + length));
    }

    /** Different bytes may be the same text, where they are no UTF-8. */
    private int add(byte[] key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            indices = Arrays.copyOf(indices, 2 * size);
            slots = free(4 * size);
            for (int i = 0; i < size; i++) {
                place(i);
            }
        }
        keys[size] = key;
        indices[size] = index(new String(key, StandardCharsets.UTF_8));
        place(size);
        return indices[size++];
    }

    private void place(int entry) {
        int slot = hash(keys[entry], 0, keys[entry].length) & slots.length - 1;
        while (slots[slot] != FREE) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    private static int[] free(int length) {
        var slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    private static int hash(byte[] bytes, int start, int length) {
        long hash = length;
        int at = start;
        for (int end = start + length - Long.BYTES; at <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONG.get(bytes, at));
        }
        for (; at < start + length; at++) {
            hash = hash * 31 + bytes[at];
        }
        return (int) mixed(hash);
    }

    private static long mixed(long hash) {
        long product = hash * MIX;
        return product ^ product >>> 32;
    }
}
