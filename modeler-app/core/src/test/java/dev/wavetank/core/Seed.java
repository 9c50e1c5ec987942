package dev.wavetank.core;

/// Where random tests begin: always the same, so that a build is the same each time, unless
/// `-Dwavetank.seed=…` names another number or `random`.
public final class Seed {
    private Seed() {}

    public static long get() {
        String wanted = System.getProperty("wavetank.seed", "20261122");
        return wanted.equals("random") ? System.nanoTime() : Long.parseLong(wanted);
    }
}
