package dev.wavetank.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/// How one attempt at one engine ended.
sealed interface Outcome {
    /// The engine answered; the answer's beginning is here, so a call that breaks off this far can still be
    /// repeated.
    ///
    /// @param beginning all of the body if `rest` is empty
    /// @param rest      what follows the beginning
    record Answered(int status, HttpHeaders headers, byte[] beginning, InputStream rest, boolean whole)
            implements Outcome {}

    /// No connection: the engine surely did nothing.
    record NotSent(IOException cause) implements Outcome {}

    /// The connection broke, or the engine was declared dead: it is unknown what it did.
    record Lost(IOException cause) implements Outcome {}

    /// The deadline passed: it is unknown what the engine did, or still does.
    record TimedOut(IOException cause) implements Outcome {}
}
