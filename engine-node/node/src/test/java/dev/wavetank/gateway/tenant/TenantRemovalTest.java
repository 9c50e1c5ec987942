package dev.wavetank.gateway.tenant;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.NodeSettings;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.security.JwtSettings;
import dev.wavetank.gateway.security.ListenerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A real gateway and a real engine.
class TenantRemovalTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String START = RestClient.start("order", Map.of("millis", 0));
    private static final String ADMINISTRATOR = "the-administrator";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void deletionTakesAllThatATenantHasOnceItIsSaidThatInstancesMayEnd(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1");
                Gateway gateway = Gateway.start(settings(database), JwtSettings.NONE, ListenerSettings.PLAIN)) {
            database.update("update WT_NODE set ADDRESS = ? where ID = 'engine-1'", "http://127.0.0.1:" + node.port());
            RestClient administrator = new RestClient(gateway.port(), "", ADMINISTRATOR);
            String csv = "tenant,user,groups\nacme,kim,clerks\nrival,lou,clerks\n";
            assertThat(administrator
                            .post("//cluster/tenants/import", csv, "Content-Type", "text/csv")
                            .json()
                            .at("/users")
                            .asInt())
                    .isEqualTo(2);
            RestClient acme = new RestClient(
                    gateway.port(),
                    "acme",
                    administrator
                            .post("//cluster/tenants/acme/keys", "{}")
                            .json()
                            .at("/key")
                            .asText());
            eventually(
                    "the engine is known",
                    SOON,
                    () -> acme.get("/runtime/tasks").status() == 200);
            assertThat(acme.deployResource("order.bpmn20.xml").status()).isEqualTo(201);
            assertThat(acme.post("/runtime/process-instances", START).status()).isEqualTo(201);

            RestClient.Answer refused = administrator.delete("//cluster/tenants/acme");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("1 running instances");
            assertThat(acme.get("/runtime/tasks").status()).isEqualTo(200);

            assertThat(administrator
                            .delete("//cluster/tenants/acme?instances=terminate")
                            .status())
                    .isIn(202, 204);

            assertThat(acme.get("/runtime/tasks").status()).isIn(401, 403);
            eventually(
                    "all is gone",
                    SOON,
                    () -> administrator.get("//cluster/tenants/acme").status() == 404);
            for (String rows : new String[] {
                "ACT_RU_EXECUTION where TENANT_ID_",
                "ACT_HI_PROCINST where TENANT_ID_",
                "ACT_RE_DEPLOYMENT where TENANT_ID_",
                "WT_LEDGER where TENANT",
                "WT_USER where TENANT",
                "WT_GROUP where TENANT",
                "WT_API_KEY where TENANT_ID"
            }) {
                assertThat(database.number("select count(*) from " + rows + " = 'acme'"))
                        .as(rows)
                        .isZero();
            }
            assertThat(database.strings("select ID from WT_USER")).containsExactly("lou");
        }
    }

    private static NodeSettings settings(TestDatabase database) {
        return new NodeSettings(
                "test",
                "gateway-1",
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                database.settings(),
                new Secret(TestNode.SECRET),
                new Secret(ADMINISTRATOR),
                Path.of("unused"),
                true);
    }
}
