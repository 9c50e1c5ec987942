package dev.wavetank.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.egress.OutsideHost;
import dev.wavetank.engine.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Attacks that were published against the stock REST application. Each is first tried there, where it works: so the
/// attack is a real one. Then it is tried against ours.
class PublishedAttacksTest {
    private static final String INSTANCES = "/runtime/process-instances";
    private static final String START = """
            {"processDefinitionKey": "attack", "returnVariables": true}""";

    private static TestDatabase database;
    private static TestNode node;
    private static RestClient stock;
    private static RestClient ours;

    @BeforeAll
    static void start() {
        stock = new RestClient(StockRest.shared().address().getPort(), "", "");
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        ours = node.as("acme");
    }

    @AfterAll
    static void stop() {
        for (JsonNode one :
                stock.get("/repository/deployments?size=1000").json().get("data")) {
            stock.delete("/repository/deployments/" + one.get("id").asText() + "?cascade=true");
        }
        node.close();
        database.close();
    }

    /// Issue 2291, and scanners' plug-ins.
    @Test
    void anExpressionReachesAnyClass() {
        String attack = Processes.withExpression("${''.getClass().forName('java.lang.Runtime').getName()}")
                .replace("flowable:expression", "flowable:resultVariable=\"reached\" flowable:expression");

        assertThat(started(stock, attack).text()).contains("\"java.lang.Runtime\"");
        assertThat(started(ours, attack).status()).isEqualTo(400);
    }

    @Test
    void aScriptReachesAnyClass() {
        String attack =
                Processes.around("<scriptTask id=\"step\" scriptFormat=\"juel\" flowable:resultVariable=\"reached\">"
                        + "<script>${''.getClass().forName('java.lang.Runtime').getName()}</script></scriptTask>");

        assertThat(started(stock, attack).text()).contains("\"java.lang.Runtime\"");
        assertThat(ours.deploy("attack.bpmn", attack).status()).isEqualTo(422);
    }

    @Test
    void aShellTaskRunsACommandOfTheServer() {
        String attack = Processes.around("<serviceTask id=\"step\" flowable:type=\"shell\"><extensionElements>"
                + field("command", "echo") + field("arg1", "shell-reached") + field("wait", "true")
                + field("outputVariable", "reached") + "</extensionElements></serviceTask>");

        assertThat(started(stock, attack).text()).contains("shell-reached");
        assertThat(ours.deploy("attack.bpmn", attack).status()).isEqualTo(422);
    }

    /// Issue 4272: with it go the cloud's metadata, the database's console and whatever trusts its neighbours.
    @Test
    void anHttpTaskReachesAddressesOfTheServersOwnNetwork() {
        try (OutsideHost inner = new OutsideHost().on("/secret", OutsideHost.text(200, "inner-reached"))) {
            String attack = Processes.around("<serviceTask id=\"step\" flowable:type=\"http\"><extensionElements>"
                    + field("requestMethod", "GET") + field("requestUrl", inner.url("/secret"))
                    + "</extensionElements></serviceTask>");
            assertThat(started(stock, attack).text()).contains("inner-reached");
            assertThat(inner.seen()).hasSize(1);

            assertThat(ours.deploy("attack.bpmn", attack).status())
                    .as("a tenant that may call no host")
                    .isEqualTo(422);
            database.update("insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, EGRESS)"
                    + " values ('outward', 'Outward', 'ACTIVE', 0, 'api.example.com,localhost:" + inner.port() + "')");
            for (String url : new String[] {inner.url("/secret"), "http://localhost:" + inner.port() + "/secret"}) {
                assertThat(started(node.as("outward"), attack.replace(inner.url("/secret"), url))
                                .status())
                        .as("a tenant that may call others: " + url)
                        .isEqualTo(422);
            }
            assertThat(inner.seen()).as("nothing of ours came").hasSize(1);
        }
    }

    /// Issues 4218, 4272, 4279, 4280. The server builds whatever object the bytes say: here a harmless list, and one
    /// of a class that it lacks, which it only knows because it looked for it.
    @Test
    void aSerialisedVariableIsMadeAnObject() throws IOException {
        String process = Processes.around("<userTask id=\"step\"/>");
        byte[] list = serialised(new ArrayList<>());
        byte[] missing = new String(serialised(new Missing()), StandardCharsets.ISO_8859_1)
                .replace("Missing", "Absents")
                .getBytes(StandardCharsets.ISO_8859_1);

        String there = started(stock, process).json().get("id").asText();
        String here = started(ours, process).json().get("id").asText();

        assertThat(variable(stock, there, list).status()).isEqualTo(201);
        assertThat(variable(stock, there, missing).text()).contains("class");
        assertThat(variable(ours, here, list).status()).isEqualTo(422);
        assertThat(variable(ours, here, missing).status()).isEqualTo(422);
    }

    /// Issue 4260: the column is written into the statement as it comes.
    @Test
    void aColumnToOrderByIsSql() {
        String attack = "/management/tables/ACT_RE_DEPLOYMENT/data?orderAscendingColumn="
                + "(case%20when%20(select%20count(*)%20from%20ACT_GE_PROPERTY)%20%3E%200%20then%20%s%20else%20ID_%20end)";
        String truth = attack.replace("%s", "NAME_");
        String error = attack.replace("%s", "NO_SUCH_COLUMN");

        assertThat(stock.get(truth).status()).as("the question is asked").isEqualTo(200);
        assertThat(stock.get(error).status()).as("and its answer shows").isEqualTo(500);
        assertThat(node.as("*").get(truth).status()).isEqualTo(400);
        assertThat(ours.get(truth).status()).as("a tenant sees no tables").isEqualTo(403);
    }

    private static RestClient.Answer started(RestClient side, String process) {
        var deployed = side.deploy("attack.bpmn", process);
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
        return side.post(INSTANCES, START, "Content-Type", "application/json");
    }

    private static RestClient.Answer variable(RestClient side, String instance, byte[] bytes) {
        return side.form(
                "/runtime/process-instances/" + instance + "/variables",
                bytes,
                "name",
                "v" + bytes.length,
                "type",
                "serializable");
    }

    /// Renamed in its bytes to a class that no server has.
    private static final class Missing implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    private static byte[] serialised(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static String field(String name, String value) {
        return "<flowable:field name=\"" + name + "\"><flowable:string>" + value
                + "</flowable:string></flowable:field>";
    }
}
