package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ScriptPolicyTest {
    private static final String INSTANCES = "/runtime/process-instances";
    private static final String START = """
            {"processDefinitionKey": "attack", "variables": [{"name": "amount", "type": "integer", "value": 21}]}""";

    @Test
    void expressionScriptsRunForTheTenantsThatMayAndReachNothingElse() {
        try (TestDatabase database = TestDatabase.h2();
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            database.update("insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, SCRIPTS)"
                    + " values ('acme', 'ACME', 'ACTIVE', 0, 'EXPRESSIONS')");
            RestClient acme = node.as("acme");
            RestClient rival = node.as("rival");

            assertThat(deploy(acme, "juel", "${amount * 2}")).isEqualTo(201);
            assertThat(acme.post(INSTANCES, START).status()).isEqualTo(201);
            assertThat(database.strings("select cast(LONG_ as varchar(20)) from ACT_HI_VARINST where NAME_ = 'twice'"))
                    .containsExactly("42");

            assertThat(deploy(acme, "juel", "${''.getClass().forName('java.lang.Runtime')}"))
                    .isEqualTo(201);
            assertThat(acme.post(INSTANCES, START).status())
                    .as("an expression that reaches for a class is refused when it runs")
                    .isEqualTo(400);
            assertThat(deploy(acme, "groovy", "1")).isEqualTo(422);
            assertThat(deploy(rival, "juel", "${amount * 2}")).isEqualTo(422);

            database.update("update ACT_RE_PROCDEF set TENANT_ID_ = 'rival'");
            assertThat(rival.post(INSTANCES, START).status())
                    .as("a script that is in the database already does not run for a tenant that may not")
                    .isEqualTo(400);
        }
    }

    private static int deploy(RestClient client, String format, String script) {
        String task = "<scriptTask id=\"step\" scriptFormat=\"" + format
                + "\" flowable:resultVariable=\"twice\"><script>" + script + "</script></scriptTask>";
        return client.deploy("attack.bpmn", Processes.around(task)).status();
    }
}
