package dev.wavetank.engine.api;

/// The HTTP headers that are ours.
public final class Headers {
    /// The tenant a call is for. A tenant's API key already says it; only an administrator's key may name any
    /// tenant here.
    public static final String TENANT = "X-Wavetank-Tenant";

    /// The user a call acts for, set by the gateway towards the engines.
    public static final String USER = "X-Wavetank-User";

    /// Makes a start, a message or a signal safe to send again: unique per tenant, written in the same transaction.
    /// Forgotten after seven days, unless the cluster's settings say otherwise; a repeat after that takes effect
    /// again.
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// Follows one call through gateway, engine and logs.
    public static final String REQUEST_ID = "X-Request-Id";

    /// The engine that answered, set on every answer.
    public static final String NODE = "X-Wavetank-Node";

    /// `true` on an answer of a moment ago, given because no engine can answer now; `Age` says how old it is.
    public static final String STALE = "X-Wavetank-Stale";

    private Headers() {}
}
