package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.gateway.wire.Request;
import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers pass. Both ways it is a list of those that do: what belongs to one hop, what engines trust
/// (`X-Wavetank-…`) and the caller's credentials stay behind because nothing lets them through.
final class HeaderRules {
    private static final Set<String> IN = Set.of(
            "accept",
            "accept-language",
            "content-type",
            "content-disposition",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "traceparent",
            "tracestate");

    private static final Set<String> OUT = Set.of(
            "content-type",
            "content-disposition",
            "content-language",
            "cache-control",
            "etag",
            "last-modified",
            "location",
            "retry-after",
            "vary");

    private HeaderRules() {}

    static boolean passesIn(String name) {
        return IN.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean passesOut(String name) {
        return OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    static void copyIn(ServerRequest from, Request to) {
        for (Header header : from.headers()) {
            if (passesIn(header.name())) {
                header.allValues().forEach(value -> to.header(header.name(), value));
            }
        }
    }

    static void copyOut(Map<String, List<String>> from, String engine, ServerResponse to) {
        from.forEach((name, values) -> {
            if (passesOut(name)) {
                to.header(name, values.toArray(String[]::new));
            }
        });
        to.header(Headers.NODE, engine);
    }
}
