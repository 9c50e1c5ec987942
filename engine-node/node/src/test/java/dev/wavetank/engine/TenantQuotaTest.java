package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantQuotaTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String INSTANCES = "/runtime/process-instances";
    private static final String START = RestClient.start("order", Map.of("millis", 0));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tenantStartsAndDeploysAsMuchAsItsPolicySays(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            database.update("insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, MAX_INSTANCES, MAX_DEFINITIONS)"
                    + " values ('acme', 'ACME', 'ACTIVE', 0, 2, 1)");
            RestClient acme = node.as("acme");
            RestClient rival = node.as("rival");
            for (RestClient tenant : new RestClient[] {acme, rival}) {
                assertThat(tenant.deployResource("order.bpmn20.xml").status()).isEqualTo(201);
            }

            assertThat(acme.deploy("more.bpmn", Processes.around("<userTask id=\"step\"/>"))
                            .status())
                    .isEqualTo(429);
            String first = acme.post(INSTANCES, START).json().get("id").asText();
            assertThat(acme.post(INSTANCES, START).status()).isEqualTo(201);
            RestClient.Answer refused = acme.post(INSTANCES, START);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().get("type").asText()).isEqualTo("urn:wavetank:quota-exceeded");
            for (int start = 0; start < 3; start++) {
                assertThat(rival.post(INSTANCES, START).status()).isEqualTo(201);
            }

            assertThat(acme.delete(INSTANCES + "/" + first).status()).isEqualTo(204);
            eventually(
                    "there is room again",
                    SOON,
                    () -> acme.post(INSTANCES, START).status() == 201);
            assertThat(database.number("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and"
                            + " TENANT_ID_ = 'acme'"))
                    .isEqualTo(2);
        }
    }
}
