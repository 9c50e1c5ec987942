package dev.wavetank.engine.web;

import dev.wavetank.engine.api.Headers;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/// Gives every request an id that answer and log lines carry, and names the node on every answer, which nobody may
/// keep or guess the kind of. The log lines
/// name the tenant as soon as it is known for sure; what a caller merely claims is not written.
public final class RequestIdentity implements Filter {
    /// The key in the logging context.
    static final String REQUEST_ID = "requestId";

    private static final String TENANT = "tenant";
    private static final HeaderName ID_HEADER = HeaderNames.create(Headers.REQUEST_ID);
    private static final HeaderName NODE_HEADER = HeaderNames.create(Headers.NODE);
    /// What a user has uploaded is shown by a browser as what it is said to be, or not at all.
    private static final Header NO_SNIFFING = HeaderValues.create("X-Content-Type-Options", "nosniff");

    /// Answers belong to whoever asked, and some show a key once.
    private static final Header NO_STORE = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

    /// A caller's id is taken over only if it cannot break a log line.
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    private final String node;
    private final SecureRandom random = new SecureRandom();

    RequestIdentity(String node) {
        this.node = node;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String id = request.headers()
                .first(ID_HEADER)
                .filter(given -> HARMLESS.matcher(given).matches())
                .orElseGet(this::newId);
        // A connection keeps its thread: nothing of the request before may stay.
        MDC.clear();
        MDC.put(REQUEST_ID, id);
        response.header(ID_HEADER, id);
        response.header(NODE_HEADER, node);
        response.header(NO_SNIFFING);
        response.header(NO_STORE);
        // Cleared at the next request, not here: error handlers run after the filters and still log.
        chain.proceed();
    }

    /// Names the tenant in this request's log lines from now on.
    public static void tenant(String tenant) {
        if (HARMLESS.matcher(tenant).matches()) MDC.put(TENANT, tenant);
    }

    private String newId() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
