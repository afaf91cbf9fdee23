// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tensors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.MemoryBudget;
import org.penumbra.io.files.AtomicFile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file: 8 bytes header length (little-endian), a JSON header, the elements.
 *
 * @param tensors by name, in the order of the file's header
 * @param metadata free text by name
 */
public record Safetensors(Map<String, FloatTensor> tensors, Map<String, String> metadata) {
    private static final int LARGEST_HEADER = 100_000_000;
    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 16;

    /**
     * Reads all tensors into single precision, from F16, BF16, F32, F64, I32 or I64.
     *
     * @param file the file
     * @return its tensors and metadata
     * @throws InputException if it cannot be read or is not a whole safetensors file
     */
    public static Safetensors read(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var length = headerLength(file, channel);
            var json = StandardCharsets.UTF_8.decode(bytes(channel, Long.BYTES, length)).toString();
            var data = Long.BYTES + length;
            var header = Header.parse(json, file.toString(), channel.size() - data);
            var tensors = new LinkedHashMap<String, FloatTensor>();
            var budget = new MemoryBudget();
            for (var entry : header.entries()) {
                budget.take(entry.memoryBytes(), header.where(entry));
                tensors.put(entry.name(), tensor(channel, data, entry));
            }
            return new Safetensors(tensors, header.metadata());
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    private static int headerLength(Path file, FileChannel channel) throws IOException {
        var there = channel.size() - Long.BYTES;
        var length = there < 0 ? -1 : bytes(channel, 0, Long.BYTES).getLong();
        if (length < 0 || length > Math.min(there, LARGEST_HEADER)) {
            throw new InputException(
                    ("The file %s is not a whole safetensors file: its header does not fit into "
                                    + "it; get it again.")
                            .formatted(file));
        }
        return (int) length;
    }

    private static FloatTensor tensor(FileChannel channel, long data, Header.Entry entry)
            throws IOException {
        var type = entry.type();
        var elements = new float[entry.elements()];
        for (int i = 0, n; i < elements.length; i += n) {
            n = Math.min(CHUNK, elements.length - i);
            var from = data + entry.begin() + (long) i * type.bytes;
            type.decode(bytes(channel, from, n * type.bytes), elements, i);
        }
        return new FloatTensor(entry.shape(), elements);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count)
            throws IOException {
        var buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    /**
     * Writes tensors as F32, in one step.
     *
     * @param file the file to create or replace
     * @param tensors by name, in the order to write; "__metadata__" is no name for a tensor
     * @param metadata free text by name
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(
            Path file, Map<String, FloatTensor> tensors, Map<String, String> metadata) {
        var header = header(tensors, metadata);
        AtomicFile.write(
                file,
                out -> {
                    var length = little(Long.BYTES).putLong(header.length);
                    out.write(length.array());
                    out.write(header);
                    for (var tensor : tensors.values()) {
                        write(out, tensor.data());
                    }
                });
    }

    private static byte[] header(Map<String, FloatTensor> tensors, Map<String, String> metadata) {
        var header = new JsonObject();
        if (!metadata.isEmpty()) {
            var texts = new JsonObject();
            metadata.forEach(texts::addProperty);
            header.add(Header.METADATA, texts);
        }
        var offset = 0L;
        for (var named : tensors.entrySet()) {
            if (named.getKey().equals(Header.METADATA)) {
                throw new IllegalArgumentException(Header.METADATA + " is no name for a tensor");
            }
            header.add(named.getKey(), entry(named.getValue(), offset));
            offset += (long) named.getValue().data().length * Float.BYTES;
        }
        var text = header.toString();
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        // Spaces are allowed there, and keep the elements aligned for readers that map the file.
        return (text + " ".repeat(Math.floorMod(-bytes, ALIGNMENT)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject entry(FloatTensor tensor, long offset) {
        var shape = new JsonArray();
        for (var extent : tensor.shape()) {
            shape.add(extent);
        }
        var offsets = new JsonArray();
        offsets.add(offset);
        offsets.add(offset + (long) tensor.data().length * Float.BYTES);
        var entry = new JsonObject();
        entry.addProperty("dtype", ElementType.F32.name());
        entry.add("shape", shape);
        entry.add("data_offsets", offsets);
        return entry;
    }

    private static void write(OutputStream out, float[] data) throws IOException {
        var chunk = little(CHUNK * Float.BYTES);
        for (int i = 0, n; i < data.length; i += n) {
            n = Math.min(CHUNK, data.length - i);
            chunk.asFloatBuffer().put(data, i, n);
            out.write(chunk.array(), 0, n * Float.BYTES);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
