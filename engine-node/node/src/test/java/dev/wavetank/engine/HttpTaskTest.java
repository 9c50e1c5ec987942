package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.egress.OutsideHost;
import dev.wavetank.engine.testing.Eventually;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP tasks of a tenant that may call one host, and of one that may call none.
class HttpTaskTest {
    private static final String INSTANCES = "/runtime/process-instances";

    private static final OutsideHost HOST = new OutsideHost();
    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;
    private static RestClient rival;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        tenant("acme", HOST.authority());
        tenant("narrow", "localhost:" + HOST.port());
        acme = node.as("acme");
        rival = node.as("rival");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
        HOST.close();
    }

    @Test
    void aTaskCallsAHostThatThePolicyNames() {
        HOST.on("/orders?id=7", OutsideHost.text(200, "{\"state\": \"paid\"}"));
        deploy(
                acme,
                "order-http",
                field("requestMethod", "POST")
                        + expression("requestUrl", "${host}/orders?id=${id}")
                        + field("requestHeaders", "X-Colour: blue")
                        + field("requestBody", "{}")
                        + field("responseVariableName", "answer")
                        + field("saveResponseVariableAsJson", "true"));

        var started = acme.post(INSTANCES, RestClient.start("order-http", Map.of("id", 7, "host", HOST.url(""))));

        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String id = started.json().get("id").asText();
        OutsideHost.Seen seen = HOST.seen("/orders?id=7").getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.body()).isEqualTo("{}");
        assertThat(seen.header("X-Colour")).isEqualTo("blue");
        assertThat(seen.header("Idempotency-Key")).startsWith(id + ":step:");
        assertThat(acme.get("/history/historic-variable-instances?processInstanceId=" + id + "&variableName=answer")
                        .json()
                        .at("/data/0/variable/value/state")
                        .asText())
                .isEqualTo("paid");
        assertThat(ledger(id, true)).as("attempts").isEqualTo(1);
        assertThat(ledger(id, false)).as("effects").isEqualTo(1);
    }

    @Test
    void aTenantWhosePolicyNamesNoHostCannotDeployOne() {
        var refused = rival.deploy("http.bpmn", process("attack", get("http://api.example.com/")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("elementId").asText()).isEqualTo("step");
        assertThat(refused.json().get("detail").asText()).contains("egress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/", "http://localhost:%d/inner", "http://169.254.169.254/", "file:///etc"})
    void aHostThatIsNotNamedOrLeadsInsideIsNotCalled(String url) {
        RestClient narrow = node.as("narrow");
        deploy(narrow, "inner-http", get(url.replace("%d", Integer.toString(HOST.port()))));

        var refused = narrow.post(INSTANCES, RestClient.start("inner-http", Map.of()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains("step could not call its host");
        assertThat(HOST.seen("/inner")).isEmpty();
    }

    /// What is in the database already is looked at once more when it runs, and for the tenant that runs it.
    @Test
    void theTenantThatRunsItDecidesNotTheOneThatDeployedIt() {
        deploy(acme, "moved-http", get(HOST.url("/moved")));
        database.update("update ACT_RE_PROCDEF set TENANT_ID_ = 'rival' where KEY_ = 'moved-http'");

        var refused = rival.post(INSTANCES, RestClient.start("moved-http", Map.of()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(HOST.seen("/moved")).isEmpty();
    }

    @Test
    void aFailingCallIsTriedAgainUnderTheSameKeyAndEndsAsADeadLetterThatSaysWhy() {
        HOST.on("/broken", OutsideHost.text(500, "no"));
        deploy(
                acme,
                "failing-http",
                get(HOST.url("/broken")) + field("failStatusCodes", "5XX"),
                "flowable:async='true'");

        var started = acme.post(INSTANCES, RestClient.start("failing-http", Map.of()));

        String id = started.json().get("id").asText();
        Eventually.eventually(
                "a dead letter",
                Duration.ofSeconds(60),
                () -> acme.get("/management/deadletter-jobs?processInstanceId=" + id)
                        .json()
                        .at("/data/0/exceptionMessage")
                        .asText()
                        .contains("HTTP500"));
        assertThat(HOST.seen("/broken")).hasSize(3);
        assertThat(HOST.seen("/broken").stream().map(one -> one.header("Idempotency-Key")))
                .as("one key for all attempts")
                .doesNotContain("")
                .containsOnly(HOST.seen("/broken").getFirst().header("Idempotency-Key"));
        assertThat(ledger(id, true)).as("attempts").isEqualTo(3);
        assertThat(ledger(id, false)).as("effects").isZero();
    }

    @Test
    void anAnswersStatusCanBeAnErrorOfTheProcess() {
        HOST.on("/missing", OutsideHost.text(404, "no"));
        String boundary = """
                <boundaryEvent id="missing" attachedToRef="step"><errorEventDefinition errorRef="HTTP404"/></boundaryEvent>
                <sequenceFlow id="f3" sourceRef="missing" targetRef="handled"/><endEvent id="handled"/>
                """;
        acme.deploy(
                "http.bpmn",
                process("handled-http", get(HOST.url("/missing")) + field("handleStatusCodes", "4XX"))
                        .replace("</process>", boundary + "</process>")
                        .replace("<process ", "<error id=\"HTTP404\" errorCode=\"HTTP404\"/><process "));

        var started = acme.post(INSTANCES, RestClient.start("handled-http", Map.of()));

        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(database.strings(
                        "select ACT_ID_ from ACT_HI_ACTINST where ACT_TYPE_ = 'endEvent' and PROC_INST_ID_ = '"
                                + started.json().get("id").asText() + "'"))
                .containsExactly("handled");
    }

    @Test
    void aVariableCannotSmuggleAHeader() {
        deploy(acme, "smuggle-http", get(HOST.url("/smuggle")) + expression("requestHeaders", "X-Name: ${name}"));

        for (String name : new String[] {"a\\r\\nHost: evil.test", "a\\nTransfer-Encoding: chunked"}) {
            var refused = acme.post(
                    INSTANCES,
                    "{\"processDefinitionKey\":\"smuggle-http\",\"variables\":[{\"name\":\"name\",\"value\":\"" + name
                            + "\"}]}");

            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        }
        assertThat(HOST.seen("/smuggle")).isEmpty();
    }

    @Test
    void noCodeOfTheAuthorsComesWithAnHttpTask() {
        for (String part : new String[] {
            "<flowable:httpRequestHandler class='x.Y'/>",
            "<flowable:httpResponseHandler delegateExpression='${ledger}'/>",
            "<flowable:httpRequestHandler type='script'><flowable:script language='juel'>${1}</flowable:script>"
                    + "</flowable:httpRequestHandler>"
        }) {
            var refused = acme.deploy("http.bpmn", process("attack", get(HOST.url("/x")) + part.replace('\'', '"')));
            assertThat(refused.status()).as(part).isEqualTo(422);
        }
        for (String field : new String[] {"httpActivityBehaviorClass", "httpClient", "ledger"}) {
            var refused =
                    acme.deploy("http.bpmn", process("attack", get(HOST.url("/x")) + field(field, "java.lang.Thread")));
            assertThat(refused.status()).as(field).isBetween(400, 422);
        }
    }

    private static void tenant(String id, String egress) {
        database.update("insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, EGRESS) values ('" + id + "', '" + id
                + "', 'ACTIVE', 0, '" + egress + "')");
    }

    private static void deploy(RestClient client, String key, String fields) {
        deploy(client, key, fields, "");
    }

    private static void deploy(RestClient client, String key, String fields, String attributes) {
        var answer = client.deploy(
                "http.bpmn",
                process(key, fields).replace("flowable:type=", attributes.replace('\'', '"') + " flowable:type="));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static String process(String key, String fields) {
        return Processes.around("<serviceTask id=\"step\" flowable:type=\"http\"><extensionElements>" + fields
                        + "</extensionElements></serviceTask>")
                .replace("\"attack\"", "\"" + key + "\"");
    }

    private static String get(String url) {
        return field("requestMethod", "GET") + field("requestUrl", url);
    }

    private static String field(String name, String value) {
        return "<flowable:field name=\"" + name + "\"><flowable:string><![CDATA[" + value
                + "]]></flowable:string></flowable:field>";
    }

    private static String expression(String name, String value) {
        return "<flowable:field name=\"" + name + "\"><flowable:expression><![CDATA[" + value
                + "]]></flowable:expression></flowable:field>";
    }

    private static long ledger(String instance, boolean attempts) {
        return database.number(
                "select count(*) from WT_LEDGER where PROC_INST_ID = '" + instance + "' and ATTEMPT = " + attempts);
    }
}
