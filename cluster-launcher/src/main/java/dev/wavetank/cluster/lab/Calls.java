package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.lab.Operation.Outcome;
import dev.wavetank.engine.api.Problem;

/// What a failed call means to a careful client.
final class Calls {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private Calls() {}

    static Outcome outcome(ClusterException failure) {
        return switch (failure.code()) {
            case OUTCOME_UNKNOWN -> Outcome.UNKNOWN;
            // A gateway or engine that answers 5xx may have failed after the fact.
            case REFUSED -> status(failure) >= SERVER_ERROR ? Outcome.UNKNOWN : Outcome.FAILED;
            default -> Outcome.FAILED;
        };
    }

    /// True if sending it again would only be refused again.
    static boolean isFinal(ClusterException failure) {
        int status = status(failure);
        return failure.code() == ClusterException.Code.REFUSED && status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
    }

    private static int status(ClusterException failure) {
        return failure.problem().map(Problem::status).orElse(0);
    }
}
