package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a caller sends, the answer is a 4xx with a problem document, never a 500.
class BadInputTest {
    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        acme = node.as("acme");
        acme.deployResource("order.bpmn20.xml");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runtime/tasks?size=-1",
                "/runtime/tasks?size=99999999",
                "/runtime/tasks?start=x",
                "/runtime/tasks?sort=ID_%3Bdrop%20table%20ACT_RU_TASK",
                "/runtime/tasks?order=sideways",
                "/runtime/tasks?priority=high",
                "/runtime/tasks?createdAfter=yesterday",
                "/runtime/tasks?delegationState=x",
                "/runtime/tasks?active=maybe",
                "/runtime/tasks?name=%00",
                "/repository/process-definitions?version=one",
                "//counts",
                "//ledger?processDefinitionKey=order&size=0"
            })
    void aWrongParameterIsABadRequest(String path) {
        var answer = acme.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("detail").asText()).isNotBlank();
        assertThat(answer.json().get("requestId").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{}",
                "{\"processDefinitionKey\":{}}",
                "{\"processDefinitionKey\":\"order\",\"processDefinitionId\":\"x\"}",
                "{\"processDefinitionKey\":\"order\",\"variables\":7}",
                "{\"processDefinitionKey\":\"order\",\"variables\":[7]}",
                "{\"processDefinitionKey\":\"order\",\"variables\":[{}]}",
                "{\"processDefinitionKey\":\"order\",\"variables\":[{\"name\":\"\"}]}",
                "{\"processDefinitionKey\":\"order\",\"variables\":[{\"name\":\"a\",\"type\":\"integer\",\"value\":\"x\"}]}",
                "{\"processDefinitionKey\":\"order\",\"variables\":[{\"name\":\"a\",\"type\":\"date\",\"value\":\"x\"}]}",
                "{\"processDefinitionId\":\"nothing\"}",
                "{\"message\":\"nobody listens\"}"
            })
    void aWrongStartIsRefused(String body) {
        var answer = acme.post("/runtime/process-instances", body);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aCaseHasNoInstancesSinceThereAreNoCases() {
        for (String list : List.of("/runtime/process-instances", "/history/historic-process-instances")) {
            var answer = acme.get(list + "?parentCaseInstanceId=x");

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().get("total").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"toProcessDefinitionId\":7}",
                "{\"toProcessDefinitionKey\":\"order\",\"toProcessDefinitionVersion\":1,\"activityMappings\":[4.1]}",
                "{\"toProcessDefinitionKey\":\"order\",\"toProcessDefinitionVersion\":1,\"activityMappings\":[{\"x\":{}}]}",
                "{\"toProcessDefinitionKey\":\"order\",\"toProcessDefinitionVersion\":1,\"processInstanceVariables\":2}",
                "{\"toProcessDefinitionKey\":\"order\",\"preUpgradeScript\":{\"language\":\"js\",\"script\":\"1\"}}"
            })
    void aWrongMigrationIsRefused(String document) {
        String instance = acme.post("/runtime/process-instances", RestClient.start("order", Map.of("millis", 0)))
                .json()
                .get("id")
                .asText();

        var answer = acme.post("/runtime/process-instances/" + instance + "/migrate", document);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void deepJsonIsRefused() {
        var answer = acme.post("/runtime/process-instances", "[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void tooLongValuesAreRefused() {
        String longKey = "x".repeat(5000);

        assertThat(acme.post(
                                "/runtime/process-instances",
                                "{\"processDefinitionKey\":\"order\",\"businessKey\":\"" + longKey + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(acme.post(
                                "/runtime/process-instances",
                                RestClient.start("order", Map.of()),
                                "Idempotency-Key",
                                longKey)
                        .status())
                .isEqualTo(400);
        assertThat(acme.get("/runtime/tasks/" + "x".repeat(300)).status()).isEqualTo(404);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        var answer = acme.post("/runtime/process-instances", " ".repeat(17 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aBodyOfUnknownLengthBeyondTheLimitIsRefused() {
        var answer = acme.postOfUnknownLength("/runtime/process-instances", " ".repeat(17 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aProcessThatCannotGoOnTellsWhy() {
        String xml = Processes.withExpression("${missing > 3}");
        assertThat(acme.deploy("expression.bpmn", xml).status()).isEqualTo(201);

        var answer = acme.post("/runtime/process-instances", RestClient.start("attack", Map.of()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).contains("missing");
    }

    @Test
    void unknownThingsAreNotFound() {
        for (String path : List.of(
                "/runtime/tasks/x",
                "/runtime/process-instances/x",
                "/runtime/executions/x",
                "/repository/deployments/x",
                "/repository/process-definitions/x",
                "/history/historic-process-instances/x",
                "/management/jobs/x",
                "/management/deadletter-jobs/x",
                "/nothing/here",
                "//counts?processDefinitionKey=unknown")) {
            assertThat(acme.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(acme.post("/runtime/tasks/x", "{\"action\":\"complete\"}").status())
                .isEqualTo(404);
    }

    @Test
    void aDeploymentWithoutAFileIsRefused() {
        assertThat(acme.post("/repository/deployments", "x").status()).isEqualTo(415);
        assertThat(acme.post("/repository/deployments", "--cut", "Content-Type", "multipart/form-data; boundary=cut")
                        .status())
                .isEqualTo(400);
        assertThat(acme.deploy("notes.txt", "x").status()).isEqualTo(400);
        assertThat(acme.deploy("broken.bpmn", "<definitions").status()).isEqualTo(400);
        assertThat(acme.deploy("empty.bpmn", Processes.definitions("")).status())
                .isEqualTo(422);
    }
}
