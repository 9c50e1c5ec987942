package dev.wavetank.gateway.ops;

import dev.wavetank.gateway.limits.Admission;
import io.micrometer.core.instrument.Counter;
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
                .strongReference(true)
                .register(registry);
        Gauge.builder("wavetank.gateway.heap.used", Runtime.getRuntime(), vm -> vm.totalMemory() - vm.freeMemory())
                .baseUnit("bytes")
                .description("memory in use on the heap")
                .strongReference(true)
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
        Counter.builder("wavetank.gateway.refused")
                .description("calls that were turned away, by the code of the problem")
                .tag("code", code)
                .register(registry)
                .increment();
    }

    /// A call was sent to another engine.
    public void repeated(String reason) {
        Counter.builder("wavetank.gateway.repeated")
                .description("calls that were sent to another engine, by the reason")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    /// Whether this gateway leads, as a figure.
    public void leads(BooleanSupplier leads) {
        Gauge.builder("wavetank.gateway.leads", leads, known -> known.getAsBoolean() ? 1 : 0)
                .description("1 if this gateway leads, 0 if another does")
                .strongReference(true)
                .register(registry);
    }

    public String scrape() {
        return registry.scrape();
    }
}
