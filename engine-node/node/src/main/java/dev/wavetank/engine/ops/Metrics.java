package dev.wavetank.engine.ops;

import dev.wavetank.engine.web.Api;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// `GET /metrics`: the JVM, the requests and whatever a role adds, as Prometheus text. Every meter carries the
/// node.
public final class Metrics {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public Metrics(String node, String role) {
        registry.config().commonTags(Tags.of("node", node, "role", role));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public Metrics gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
        return this;
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    public void declare(Api api) {
        api.section("Health", "")
                .get("/metrics", "The node's figures, for Prometheus")
                .answers(200, "text/plain")
                .to((request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
                    response.send(registry.scrape());
                });
    }

    /// A filter: times every request by method and status class; paths would carry ids.
    public void time(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long began = System.nanoTime();
        response.whenSent(() -> Timer.builder("wavetank.http.requests")
                .description("requests that were answered")
                .tag("method", known(request.prologue().method().text()))
                .tag("status", response.status().code() / 100 + "xx")
                .register(registry)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        chain.proceed();
    }

    /// A caller may name any method; each would be a series that stays.
    private static String known(String method) {
        return METHODS.contains(method) ? method : "other";
    }
}
