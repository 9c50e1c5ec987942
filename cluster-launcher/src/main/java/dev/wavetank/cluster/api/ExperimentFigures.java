package dev.wavetank.cluster.api;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was counted and timed in an experiment.
///
/// @param asked         starts that were wanted
/// @param accepted      starts that a gateway acknowledged
/// @param recovered     starts without an answer that had happened all the same
/// @param ended         instances that reached an end
/// @param lost          acknowledged starts of which the history knows nothing
/// @param doubled       starts that made more than one instance
/// @param stuck         instances that neither ended nor moved any more
/// @param failedJobs    jobs that failed and wait, or were given up
/// @param effects       effects in the ledger
/// @param effectsTwice  effects more than there were steps
/// @param reattempts    attempts of steps that were cut off before their effect was committed
/// @param longestStall  the longest time in which nothing happened anywhere
/// @param detected      from the kill until the registry called the node dead
/// @param fullProgress  from the kill until every instance then under way had moved on; empty if one never did
/// @param effectsByNode the share of each node
/// @param took          from the first start to the last sign of life
public record ExperimentFigures(
        int asked,
        int accepted,
        int recovered,
        int ended,
        int lost,
        int doubled,
        int stuck,
        long failedJobs,
        long effects,
        long effectsTwice,
        long reattempts,
        Duration longestStall,
        Optional<Duration> detected,
        Optional<Duration> fullProgress,
        SortedMap<String, Long> effectsByNode,
        Duration took) {

    public ExperimentFigures {
        effectsByNode = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Long>) effectsByNode));
    }
}
