package dev.wavetank.engine.policy;

import org.jspecify.annotations.Nullable;

/// Refuses numbers that make no sense, with a sentence.
final class Bounds {
    private Bounds() {}

    static void check(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(name + " is a number from " + least + " to " + most + ", not " + value
                    + (least == 0 ? "; 0 means without limit." : "."));
        }
    }
}
