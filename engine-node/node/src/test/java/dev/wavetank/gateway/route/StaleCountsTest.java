package dev.wavetank.gateway.route;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaleCountsTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String COUNTS = "/cluster/counts?processDefinitionKey=order";

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void countsOfAMomentAgoAreToldWhileNoEngineCanCountAndNothingElseIs() throws Exception {
        FakeEngine engine = cluster.engine("engine-1");
        Gateway gateway = cluster.gateway("gateway-1");
        eventually("the engine counts", SOON, () -> get(gateway, COUNTS).statusCode() == 200);
        String fresh = get(gateway, COUNTS).body();

        engine.crash();

        HttpResponse<String> stale = get(gateway, COUNTS);
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.body()).isEqualTo(fresh);
        assertThat(stale.headers().firstValue("X-Wavetank-Stale")).contains("true");
        assertThat(stale.headers().firstValue("Age")).isPresent();
        HttpResponse<String> other = get(gateway, COUNTS + "2");
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.headers().firstValue("Retry-After")).contains("1");
        assertThat(get(gateway, "/flowable-rest/service/runtime/tasks").statusCode())
                .isEqualTo(503);
    }

    private HttpResponse<String> get(Gateway gateway, String path) throws Exception {
        return cluster.send(request(gateway, path, ADMINISTRATOR));
    }
}
