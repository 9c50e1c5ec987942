package dev.wavetank.gateway.route;

import java.util.regex.Pattern;

/// Whether a call may be sent to another engine when it is unknown if the first one did it.
///
/// A call that surely was not sent, or that an engine refused with 503 (which it does only before it did
/// anything, or after it rolled everything back), may always be sent again; this is about the others.
final class Repeatable {
    private static final Pattern QUERY = Pattern.compile("/flowable-rest/service/query/.*");
    /// What an engine does once for each idempotency key.
    private static final Pattern ONCE =
            Pattern.compile("/flowable-rest/service/runtime/(?:process-instances|executions/[^/]+)/?");
    /// `PUT` on an execution triggers or signals it: done twice, it may push the instance two steps.
    private static final Pattern TRIGGER = Pattern.compile("/flowable-rest/service/runtime/executions(/[^/]*)?/?");

    private Repeatable() {}

    static boolean repeatable(String method, String path, boolean idempotencyKey) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "DELETE" -> true;
            case "PUT" ->
                !TRIGGER.matcher(path).matches()
                        || (idempotencyKey && ONCE.matcher(path).matches());
            case "POST" ->
                reads(method, path) || (idempotencyKey && ONCE.matcher(path).matches());
            default -> false;
        };
    }

    /// Whether the call changes nothing.
    static boolean reads(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "POST" -> QUERY.matcher(path).matches();
            default -> false;
        };
    }
}
