package dev.wavetank.gateway.security;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenAccessTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String TASKS = "/flowable-rest/service/runtime/tasks";

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void tokenOfTheIssuerActsForItsTenantAndItsUserAndForNobodyElse() throws Exception {
        Issuer issuer = Issuer.of(IssuerKeys.Algorithm.ES256);
        FakeEngine engine = cluster.engine("engine-1");
        Gateway gateway = cluster.gateway(
                "gateway-1", new JwtSettings(IssuerKeys.parse(issuer.jwks()), Issuer.NAME, Issuer.AUDIENCE));
        eventually("the engine is known", SOON, () -> status(gateway, TASKS, ADMINISTRATOR) == 200);
        engine.received.clear();
        long now = Instant.now().getEpochSecond();
        String token = issuer.token(Issuer.claims(now));

        assertThat(status(gateway, TASKS, token)).as("no such tenant yet").isEqualTo(403);
        cluster.send(request(gateway, "/cluster/tenants", ADMINISTRATOR)
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"acme\"}")));

        assertThat(status(gateway, TASKS, token)).isEqualTo(200);
        assertThat(engine.received.getFirst().header("X-Wavetank-Tenant")).containsExactly("acme");
        assertThat(engine.received.getFirst().header("X-Wavetank-User")).containsExactly("kermit");
        assertThat(status(gateway, TASKS + "?tenantId=rival", token)).isEqualTo(403);
        assertThat(status(gateway, "/cluster/tenants", token)).isEqualTo(403);
        assertThat(status(gateway, TASKS, issuer.token(Issuer.claims(now - 1000))))
                .isEqualTo(401);

        cluster.send(request(gateway, "/cluster/tenants/acme/suspend", ADMINISTRATOR)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(status(gateway, TASKS, token)).isEqualTo(403);
    }

    private int status(Gateway gateway, String path, String credential) throws Exception {
        return cluster.send(request(gateway, path, credential)).statusCode();
    }
}
