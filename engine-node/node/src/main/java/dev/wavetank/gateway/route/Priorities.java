package dev.wavetank.gateway.route;

import dev.wavetank.gateway.limits.Priority;
import java.util.regex.Pattern;

/// Which class of importance a call is of.
final class Priorities {
    /// A user task or an external job that is done, and what instances wait for: triggers, messages, signals.
    private static final Pattern COMPLETES =
            Pattern.compile("/flowable-rest/(?:service/runtime/(?:tasks|executions)/[^/]+"
                    + "|service/runtime/signals|external-job-api/(?:acquire/)?jobs/[^/]+/[^/]+)/?");

    private static final Pattern BULK =
            Pattern.compile("/flowable-rest/service/(?:history|query/historic-[^/]+)(?:/.*)?"
                    + "|/flowable-rest/service/repository/deployments/?|/ledger|/step-writes");

    private Priorities() {}

    static Priority of(String method, String path) {
        if (Repeatable.reads(method, path)) {
            return BULK.matcher(path).matches() ? Priority.BULK : Priority.QUERY;
        }
        boolean acts = method.equals("POST") || method.equals("PUT");
        if (acts && COMPLETES.matcher(path).matches()) return Priority.COMPLETE;
        return BULK.matcher(path).matches() ? Priority.BULK : Priority.START;
    }
}
