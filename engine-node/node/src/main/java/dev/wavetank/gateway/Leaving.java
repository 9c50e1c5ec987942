package dev.wavetank.gateway;

import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Once the gateway leaves, refuses new calls before anything is done, so that clients go on with another one while
/// this one still listens: a call that met a closing connection would have an unknown outcome.
final class Leaving implements Filter {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (begun && !request.path().path().startsWith("/health/")) {
            response.header(HeaderValues.CONNECTION_CLOSE);
            throw ProblemException.unavailable("leaving", "This gateway is about to leave: send the call to another.");
        }
        chain.proceed();
    }
}
