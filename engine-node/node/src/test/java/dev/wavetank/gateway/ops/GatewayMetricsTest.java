package dev.wavetank.gateway.ops;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.policy.ClusterConfig;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.gateway.limits.Admission;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GatewayMetricsTest {
    private final AtomicBoolean leads = new AtomicBoolean(true);

    @Test
    void everyFigureTellsWhatItIs() {
        String text = filled().scrape();

        assertThat(text.lines().filter(line -> line.startsWith("# HELP ")))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(line -> line.strip().split(" ", 4).length == 4);
    }

    @Test
    void leadershipStaysToldWhenMemoryIsSwept() {
        GatewayMetrics metrics = filled();
        WeakReference<Object> swept = new WeakReference<>(new Object());

        eventually("memory is swept", Duration.ofSeconds(20), () -> {
            System.gc();
            return swept.get() == null;
        });

        assertThat(metrics.scrape()).contains("wavetank_gateway_leads 1.0");
    }

    private GatewayMetrics filled() {
        GatewayMetrics metrics = new GatewayMetrics(new Admission(
                tenant -> ClusterConfig.DEFAULT.allowance(TenantPolicy.DEFAULT), () -> 400, () -> 1, System::nanoTime));
        metrics.leads(leads::get);
        metrics.answered("engine-1", 200, 1);
        metrics.refused("overloaded");
        metrics.repeated("lost");
        return metrics;
    }
}
