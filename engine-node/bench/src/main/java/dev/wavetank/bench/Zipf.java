package dev.wavetank.bench;

import java.util.Random;

/// Few tenants do most of the work: tenant `n` is asked for in proportion to `1 / (n + 1)^1.1`.
final class Zipf {
    private static final double EXPONENT = 1.1;

    private final double[] upTo;
    private final Random random;

    Zipf(int size, long seed) {
        upTo = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1 / Math.pow(i + 1, EXPONENT);
            upTo[i] = sum;
        }
        random = new Random(seed);
    }

    int next() {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int found = 0;
        while (upTo[found] < at) found++;
        return found;
    }
}
