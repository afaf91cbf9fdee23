#!/usr/bin/env python3
# Copyright (c) 2026 Penumbra contributors
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""A group's own program, as Penumbra may start one: reconstructs a slice from its line sums.

The slice is a phantom of discs, whose line sums are known exactly; noise is added to them. The
reconstruction is a gradient descent with steps scaled by the sums of rows and columns (SIRT) and
no value below zero. Needs nothing but Python 3.

    fit.py SETTINGS.json OUT [--resume]

Writes into OUT: TensorBoard event files (events/), PNG images (images/), results.json, and its own
checkpoint, from which it goes on with --resume. SIGTERM makes it save and end.
"""
import json
import math
import os
import random
import signal
import socket
import struct
import sys
import time
import zlib

# Centre, radius and value of each disc, in a square from -1 to 1.
DISCS = [
    (0.0, 0.0, 0.80, 0.30),
    (-0.25, 0.20, 0.25, 0.40),
    (0.35, 0.10, 0.18, 0.25),
    (0.05, -0.40, 0.12, 0.50),
    (0.00, 0.48, 0.08, -0.20),
]


class EventFile:
    """Writes what TensorBoard reads: records with masked CRC-32C around protocol buffers."""

    TABLE = []

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        name = "events.out.tfevents.%010d.%s.%d" % (time.time(), socket.gethostname(), os.getpid())
        self.file = open(os.path.join(folder, name), "ab")
        self.record(self.double(1, time.time()) + self.bytes(3, b"brain.Event:2"))

    @classmethod
    def crc(cls, data):
        if not cls.TABLE:
            for byte in range(256):
                for _ in range(8):
                    byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
                cls.TABLE.append(byte)
        crc = 0xFFFFFFFF
        for byte in data:
            crc = cls.TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
        crc ^= 0xFFFFFFFF
        return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)

    def record(self, content):
        length = struct.pack("<Q", len(content))
        self.file.write(length + self.crc(length) + content + self.crc(content))
        self.file.flush()

    @staticmethod
    def varint(value):
        out = bytearray()
        while value > 0x7F:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        out.append(value)
        return bytes(out)

    def bytes(self, field, value):
        return self.varint(field << 3 | 2) + self.varint(len(value)) + value

    def double(self, field, value):
        return self.varint(field << 3 | 1) + struct.pack("<d", value)

    def scalar(self, tag, step, value):
        inner = self.bytes(1, tag.encode()) + self.varint(2 << 3 | 5) + struct.pack("<f", value)
        event = self.double(1, time.time()) + self.varint(2 << 3) + self.varint(step)
        self.record(event + self.bytes(5, self.bytes(1, inner)))


def write_png(path, size, values):
    """Writes grey values from 0 to 1 as a 16-bit PNG, complete under its name or not at all."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = bytearray()
    for row in range(size):
        rows.append(0)
        for value in values[row * size : (row + 1) * size]:
            rows += struct.pack(">H", round(65535 * min(1, max(0, value))))
    header = struct.pack(">IIBBBBB", size, size, 16, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    content += chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")
    write(path, content)


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".part", path)


def truth(size):
    """The slice itself, each pixel averaged over nine points."""
    values = []
    for row in range(size):
        for column in range(size):
            total = 0.0
            for i in (1, 3, 5):
                for j in (1, 3, 5):
                    x = 2 * (column + j / 6) / size - 1
                    y = 1 - 2 * (row + i / 6) / size
                    for cx, cy, radius, value in DISCS:
                        if (x - cx) ** 2 + (y - cy) ** 2 < radius**2:
                            total += value
            values.append(total / 9)
    return values


def rays(size, angles):
    """All lines: angle and distance from the centre."""
    for a in range(angles):
        for bin in range(size):
            yield math.pi * a / angles, 2 * (bin + 0.5) / size - 1


def line_sum(angle, distance):
    """The exact integral along a line."""
    total = 0.0
    for cx, cy, radius, value in DISCS:
        offset = cx * math.cos(angle) + cy * math.sin(angle) - distance
        if abs(offset) < radius:
            total += 2 * value * math.sqrt(radius**2 - offset**2)
    return total


def weights(size, angle, distance):
    """What each pixel adds to a line: samples half a pixel apart, shared out bilinearly."""
    row = {}
    step = 1 / size
    cos, sin = math.cos(angle), math.sin(angle)
    for i in range(-2 * size, 2 * size + 1):
        t = i * step
        x = (distance * cos - t * sin + 1) * size / 2 - 0.5
        y = (1 - distance * sin - t * cos) * size / 2 - 0.5
        column, line = math.floor(x), math.floor(y)
        for dy in (0, 1):
            for dx in (0, 1):
                if 0 <= column + dx < size and 0 <= line + dy < size:
                    share = (1 - abs(x - column - dx)) * (1 - abs(y - line - dy)) * step
                    index = (line + dy) * size + column + dx
                    row[index] = row.get(index, 0.0) + share
    return list(row.items())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        settings = json.load(file)
    out = sys.argv[2]
    size, steps = settings["size"], settings["steps"]
    rate, every = settings["learning_rate"], settings["log_every"]
    noise = random.Random(settings["seed"])

    asked = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(True))

    print("setting up %d lines through %d x %d pixels" % (settings["angles"] * size, size, size))
    matrix = [weights(size, *ray) for ray in rays(size, settings["angles"])]
    measured = [
        line_sum(*ray) + noise.gauss(0, settings["noise"])
        for ray in rays(size, settings["angles"])
    ]
    columns = [0.0] * (size * size)
    for row in matrix:
        for index, weight in row:
            columns[index] += weight
    row_sums = [sum(weight for _, weight in row) for row in matrix]
    target = truth(size)

    image, done, loss = [0.0] * (size * size), 0, 0.0
    checkpoint = os.path.join(out, "checkpoint.json")
    if "--resume" in sys.argv and os.path.exists(checkpoint):
        with open(checkpoint, encoding="utf-8") as file:
            saved = json.load(file)
        image, done, loss = saved["image"], saved["step"], saved["loss"]
        print("going on after step %d" % done)
    events = EventFile(os.path.join(out, "events"))

    def save():
        write(checkpoint, json.dumps({"step": done, "loss": loss, "image": image}).encode())

    def psnr():
        error = sum((a - b) ** 2 for a, b in zip(image, target)) / len(image)
        return 10 * math.log10(1 / error)

    while done < steps:
        change = [0.0] * (size * size)
        loss = 0.0
        for row, sum_, value in zip(matrix, row_sums, measured):
            residual = value - sum(weight * image[index] for index, weight in row)
            loss += residual * residual
            if sum_ > 0:
                for index, weight in row:
                    change[index] += weight * residual / sum_
        image = [
            max(0.0, a + rate * b / c) if c > 0 else a
            for a, b, c in zip(image, change, columns)
        ]
        done += 1
        loss /= len(measured)
        if not math.isfinite(loss):
            sys.exit("diverged at step %d: a lower learning rate helps" % done)
        if done % every == 0 or done == steps:
            events.scalar("loss/projection", done, loss)
            events.scalar("eval/psnr", done, psnr())
        if done % settings["image_every"] == 0 or done == steps:
            for view, values in enumerate((image, [abs(a - b) for a, b in zip(image, target)])):
                name = "step-%06d-view-%d.png" % (done, view)
                write_png(os.path.join(out, "images", name), size, values)
            save()
        if asked:
            save()
            print("asked to end: saved after step %d" % done)
            return
    write(
        os.path.join(out, "results.json"),
        json.dumps({"psnr": psnr(), "projection_error": math.sqrt(loss)}).encode(),
    )
    print("done: PSNR %.2f dB" % psnr())


if __name__ == "__main__":
    main()
