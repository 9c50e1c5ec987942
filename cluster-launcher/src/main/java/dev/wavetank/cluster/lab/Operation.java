package dev.wavetank.cluster.lab;

import java.time.Instant;

/// One call of the client as its own ledger keeps it.
///
/// @param id unique in the ledger
/// @param subject the business key of a start, the task of a completion
/// @param answered when the outcome was known; the moment of sending where it never was
/// @param answer the id of the instance, or why it failed
record Operation(long id, Kind kind, String subject, Instant sent, Outcome outcome, Instant answered, String answer) {
    enum Kind {
        START,
        COMPLETE
    }

    enum Outcome {
        OK,
        /// It has certainly not happened.
        FAILED,
        /// No answer: it may have happened.
        UNKNOWN
    }

    boolean isStart() {
        return kind == Kind.START;
    }
}
