package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantErasureTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String START = RestClient.start("order", Map.of("millis", 0));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingOfATenantIsLeftAndNothingOfAnotherIsTouched(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            for (String tenant : List.of("acme", "rival")) {
                RestClient client = node.as(tenant);
                client.deployResource("order.bpmn20.xml");
                String ended = client.post("/runtime/process-instances", START)
                        .json()
                        .get("id")
                        .asText();
                eventually(
                        "nothing works on the instance",
                        SOON,
                        () -> client.delete("/runtime/process-instances/" + ended)
                                        .status()
                                == 204);
                client.post("/runtime/process-instances", START);
                client.deploy("attack.bpmn", Processes.around("<callActivity id=\"step\" calledElement=\"order\"/>"));
                assertThat(client.post("/runtime/process-instances", "{\"processDefinitionKey\": \"attack\"}")
                                .status())
                        .isEqualTo(201);
            }

            for (int step = 0; step < 12; step++) {
                assertThat(node.as("acme").delete("//tenant").status()).isEqualTo(204);
            }

            for (String table : List.of(
                    "ACT_RU_EXECUTION",
                    "ACT_RU_TASK",
                    "ACT_RU_JOB",
                    "ACT_RU_TIMER_JOB",
                    "ACT_HI_PROCINST",
                    "ACT_HI_ACTINST",
                    "ACT_HI_TASKINST",
                    "ACT_RE_PROCDEF",
                    "ACT_RE_DEPLOYMENT")) {
                assertThat(database.number("select count(*) from " + table + " where TENANT_ID_ = 'acme'"))
                        .as(table)
                        .isZero();
            }
            assertThat(database.number("select count(*) from ACT_HI_PROCINST where TENANT_ID_ = 'rival'"))
                    .isEqualTo(4);
            assertThat(node.as("rival")
                            .get("/runtime/process-instances")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(3);
            assertThat(node.as("*").delete("//tenant").status()).isEqualTo(400);
        }
    }
}
