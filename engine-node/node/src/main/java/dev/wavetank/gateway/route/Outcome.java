package dev.wavetank.gateway.route;

import dev.wavetank.gateway.wire.Answer;
import java.io.IOException;

/// How one attempt at one engine ended.
sealed interface Outcome {
    /// The engine answered; the answer's beginning is here, so a call that breaks off this far can still be
    /// repeated.
    ///
    /// @param answer    whose body has what follows the beginning
    /// @param beginning of the body, or all of it
    record Answered(Answer answer, byte[] beginning, boolean whole) implements Outcome {
        int status() {
            return answer.status();
        }
    }

    /// No connection: the engine surely did nothing.
    record NotSent(IOException cause) implements Outcome {}

    /// The connection broke, or the engine was declared dead: it is unknown what it did.
    record Lost(IOException cause) implements Outcome {}

    /// The deadline passed: it is unknown what the engine did, or still does.
    record TimedOut(IOException cause) implements Outcome {}
}
