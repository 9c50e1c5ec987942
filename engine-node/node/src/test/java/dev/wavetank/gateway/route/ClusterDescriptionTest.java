package dev.wavetank.gateway.route;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterDescriptionTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final TestCluster cluster = new TestCluster();
    private FakeEngine engine;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        engine = cluster.engine("engine-1");
        engine.body = "{\"paths\":{\"/flowable-rest/service/x\":{\"get\":{\"summary\":\"theirs\"}},\"/counts\":{}}}";
        gateway = cluster.gateway("gateway-1");
        eventually("the engine is known", SOON, () -> status("/openapi.json") == 200);
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void aGatewayDescribesItsOwnCallsAndThoseItForwards() throws Exception {
        var paths = Json.parse(cluster.send(request(gateway, "/openapi.json", ""))
                        .body()
                        .getBytes())
                .get("paths");

        assertThat(paths.at("/~1cluster~1tenants/post/operationId").asText()).isEqualTo("postClusterTenants");
        assertThat(paths.at("/~1flowable-rest~1service~1x/get/summary").asText())
                .isEqualTo("theirs");
        assertThat(paths.has("/counts")).isFalse();
    }

    @Test
    void thePageIsOpen() throws Exception {
        assertThat(status("/docs")).isEqualTo(200);
    }

    private int status(String path) throws Exception {
        return cluster.send(request(gateway, path, "")).statusCode();
    }
}
