package dev.wavetank.cluster.api;

import java.util.List;

/// One promise of the cluster and whether it was kept.
///
/// @param id        stable, for example `I1`
/// @param title     the promise in a few words
/// @param sentence  what was found
/// @param offenders the instances, keys or rows that break it, at most the first twenty
public record Check(String id, String title, Verdict verdict, String sentence, List<String> offenders) {
    private static final int OFFENDERS = 20;

    public Check {
        offenders = offenders.stream().limit(OFFENDERS).toList();
    }
}
