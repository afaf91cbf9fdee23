// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.penumbra.runs.events.Point;
import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

class BucketsTest {
    /** How a curve goes on: so many points, each so many steps after the one before. */
    record Piece(int points, long distance) {}

    @Property(tries = 200)
    void whatIsKeptIsWhatBruteForceFinds(@ForAll("curves") List<Point> points) {
        var buckets = of(points);
        assertTrue(buckets.size() <= Buckets.MOST);
        assertEquals(shift(points), buckets.shift(), "the narrowest buckets that are few enough");
        var all = buckets.series(10_000).points().toList();
        assertEquals(kept(points, buckets.shift()), all);
    }

    @Property(tries = 100)
    void fewerPointsAreWiderBuckets(
            @ForAll("curves") List<Point> points, @ForAll("limits") int most) {
        var some = of(points).series(most).points().toList();
        assertTrue(some.size() <= most);
        int shift = shift(points);
        while (kept(points, shift).size() > most) {
            shift++;
        }
        assertEquals(kept(points, shift), some);
    }

    @Property(tries = 100)
    void bytesKeepEverything(@ForAll("curves") List<Point> points) {
        var out = new BlobWriter();
        BucketsCodec.write(of(points), out);
        var again = BucketsCodec.read(new BlobReader(out.toBytes()));
        assertEquals(
                of(points).series(10_000).points().toList(),
                again.series(10_000).points().toList());
        assertEquals(of(points).shift(), again.shift());
        assertEquals(of(points).extremes().minStep(), again.extremes().minStep());
        assertEquals(of(points).extremes().max(), again.extremes().max());
    }

    private static Buckets of(List<Point> points) {
        var buckets = new Buckets();
        points.forEach(point -> buckets.add(point.step(), point.wallTime(), point.value()));
        return buckets;
    }

    private static int shift(List<Point> points) {
        int shift = 0;
        while (keys(points, shift) > Buckets.MOST) {
            shift++;
        }
        return shift;
    }

    private static long keys(List<Point> points, int shift) {
        return points.stream().mapToLong(point -> point.step() >> shift).distinct().count();
    }

    private static List<Point> kept(List<Point> points, int shift) {
        var byKey = new TreeMap<Long, List<Point>>();
        points.forEach(
                point ->
                        byKey.computeIfAbsent(point.step() >> shift, key -> new ArrayList<>())
                                .add(point));
        var kept = new TreeSet<>(Comparator.comparingLong(Point::step));
        byKey.values().forEach(bucket -> kept.addAll(extremes(bucket)));
        kept.add(points.getFirst());
        kept.add(points.getLast());
        return List.copyOf(kept);
    }

    private static List<Point> extremes(List<Point> bucket) {
        var kept = new ArrayList<Point>();
        var finite = bucket.stream().filter(point -> Double.isFinite(point.value())).toList();
        finite.stream().min(Comparator.comparing(Point::value)).ifPresent(kept::add);
        finite.stream().min(Comparator.comparing(point -> -point.value())).ifPresent(kept::add);
        bucket.stream()
                .filter(point -> !Double.isFinite(point.value()))
                .findFirst()
                .ifPresent(kept::add);
        return kept;
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(Buckets.FEWEST_POINTS, 300);
    }

    @Provide
    Arbitrary<List<Point>> curves() {
        var distance =
                Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 1L << 50));
        var piece =
                Combinators.combine(Arbitraries.integers().between(1, 800), distance)
                        .as(Piece::new);
        return Combinators.combine(
                        Arbitraries.longs().between(-2000, 2000),
                        piece.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.randomValue(Random::nextLong))
                .as(BucketsTest::curve);
    }

    private static List<Point> curve(long first, List<Piece> pieces, long seed) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        long step = first;
        for (var piece : pieces) {
            for (int i = 0; i < piece.points(); i++) {
                points.add(new Point(step, value(random), 1.7e9 + random.nextDouble()));
                step += piece.distance();
            }
        }
        return points;
    }

    private static double value(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> random.nextDouble();
            default -> 1 + random.nextInt(1000);
        };
    }
}
