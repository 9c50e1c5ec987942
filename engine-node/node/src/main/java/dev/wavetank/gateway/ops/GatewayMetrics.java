package dev.wavetank.gateway.ops;

import dev.wavetank.gateway.limits.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What the gateway counts; `GET /metrics` shows it in Prometheus' text format. The labels are node names and a
/// handful of codes, never tenants or paths, so the number of series is bounded.
public final class GatewayMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public GatewayMetrics(Admission admission) {
        Gauge.builder("wavetank.gateway.running", admission, Admission::running)
                .description("calls at work")
                .register(registry);
        Gauge.builder("wavetank.gateway.heap.used", Runtime.getRuntime(), vm -> vm.totalMemory() - vm.freeMemory())
                .baseUnit("bytes")
                .register(registry);
    }

    /// An engine's answer went out.
    public void answered(String node, int status, long nanos) {
        Timer.builder("wavetank.gateway.requests")
                .description("calls that an engine answered")
                .tag("node", node)
                .tag("class", status / 100 + "xx")
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /// A call was turned away at the gateway.
    public void refused(String code) {
        registry.counter("wavetank.gateway.refused", "code", code).increment();
    }

    /// A call was sent to another engine.
    public void repeated(String reason) {
        registry.counter("wavetank.gateway.repeated", "reason", reason).increment();
    }

    /// Whether this gateway leads, as a figure.
    public void leads(BooleanSupplier leads) {
        Gauge.builder("wavetank.gateway.leads", leads, known -> known.getAsBoolean() ? 1 : 0)
                .register(registry);
    }

    public String scrape() {
        return registry.scrape();
    }
}
