package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedProcessTest {
    private static final String INSTANCES = "/runtime/process-instances";
    private static final String START = RestClient.start("order", Map.of("millis", 0));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tenantsOnTheListRunTheSharedProcessAsTheirOwnAndTheOthersDoNot(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            node.as("shared").deployResource("order.bpmn20.xml");
            database.update("insert into WT_SHARED_DEFINITION values ('order', 'acme')");

            RestClient.Answer started = node.as("acme").post(INSTANCES, START);

            assertThat(started.status()).isEqualTo(201);
            assertThat(started.json().get("tenantId").asText()).isEqualTo("acme");
            assertThat(node.as("acme").get(INSTANCES).json().get("total").asInt())
                    .isEqualTo(1);
            assertThat(node.as("shared").get(INSTANCES).json().get("total").asInt())
                    .isZero();
            assertThat(database.strings("select distinct TENANT_ID_ from ACT_RU_EXECUTION"))
                    .containsExactly("acme");
            assertThat(database.strings("select distinct TENANT_ID_ from ACT_HI_PROCINST"))
                    .containsExactly("acme");
            assertThat(node.as("rival").post(INSTANCES, START).status())
                    .as("as stock Flowable answers a key it does not know")
                    .isEqualTo(400);

            node.as("acme").deployResource("order.bpmn20.xml");
            String own = database.strings("select ID_ from ACT_RE_PROCDEF where TENANT_ID_ = 'acme'")
                    .getFirst();
            assertThat(node.as("acme")
                            .post(INSTANCES, START)
                            .json()
                            .get("processDefinitionId")
                            .asText())
                    .as("a tenant's own process goes first")
                    .isEqualTo(own);
        }
    }
}
