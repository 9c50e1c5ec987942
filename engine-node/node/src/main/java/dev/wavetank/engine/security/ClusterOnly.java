package dev.wavetank.engine.security;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.engine.web.RequestIdentity;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Lets only the cluster's own gateways in: each call must carry the cluster's secret. Health and metrics are open
/// to whoever watches the process.
public final class ClusterOnly implements Filter {
    private static final String BEARER = "Bearer ";
    private static final HeaderName TENANT = HeaderNames.create(Headers.TENANT);

    private final Secret secret;

    public ClusterOnly(Secret secret) {
        this.secret = secret;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.path().path();
        boolean open = path.startsWith("/health/") || path.equals("/metrics");
        if (!open && !carriesSecret(request)) {
            throw ProblemException.of(
                    401, "unauthorized", "Unauthorized", "Engines answer the cluster's gateways only: call a gateway.");
        }
        if (!open) request.headers().first(TENANT).ifPresent(RequestIdentity::tenant);
        chain.proceed();
    }

    private boolean carriesSecret(RoutingRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .filter(value -> secret.matches(value.substring(BEARER.length()).strip()))
                .isPresent();
    }
}
