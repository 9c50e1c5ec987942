package dev.wavetank.engine.egress;

/// A call that a tenant's process may not make; the message says why, and what would have to be allowed.
public final class EgressRefusedException extends Exception {
    EgressRefusedException(String message) {
        super(message);
    }
}
