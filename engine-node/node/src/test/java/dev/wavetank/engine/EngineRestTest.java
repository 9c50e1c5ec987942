package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The REST API end to end over HTTP, on each database.
class EngineRestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String START = RestClient.start("order", Map.of("millis", 0, "amount", 12.5));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aProcessIsDeployedStartedCompletedAndFoundInTheHistory(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");

            assertThat(acme.deployResource("order.bpmn20.xml").status()).isEqualTo(201);
            var definitions = acme.get("/repository/process-definitions?latest=true&key=order");
            assertThat(definitions.json().at("/data/0/version").asInt()).isEqualTo(1);
            assertThat(definitions.json().at("/total").asInt()).isEqualTo(1);

            var started = acme.post("/runtime/process-instances", START);
            assertThat(started.status()).isEqualTo(201);
            String instance = started.json().get("id").asText();
            eventually(
                    "the user task is there",
                    PATIENCE,
                    () -> acme.get("/runtime/tasks?processInstanceId=" + instance)
                                    .json()
                                    .get("total")
                                    .asInt()
                            == 1);

            var task = acme.get("/runtime/tasks?candidateGroup=clerks").json().at("/data/0");
            assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("check");
            String path = "/runtime/tasks/" + task.get("id").asText();
            assertThat(acme.post(path, "{\"action\":\"claim\",\"assignee\":\"kim\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(acme.post(path, "{\"action\":\"claim\",\"assignee\":\"lou\"}")
                            .status())
                    .as("a claimed task is not claimed twice")
                    .isEqualTo(409);
            assertThat(acme.get(path).json().get("assignee").asText()).isEqualTo("kim");

            var counts = acme.get("//counts?processDefinitionKey=order").json();
            assertThat(counts.findValuesAsText("elementId"))
                    .contains("check", "reserve")
                    .doesNotContain("late");
            assertThat(acme.get("/management/timer-jobs?processInstanceId=" + instance)
                            .json()
                            .get("total")
                            .asInt())
                    .as("the boundary timer")
                    .isEqualTo(1);

            assertThat(acme.post(path, "{\"action\":\"complete\",\"variables\":[{\"name\":\"ok\",\"value\":true}]}")
                            .status())
                    .isEqualTo(200);
            assertThat(acme.get("/runtime/process-instances/" + instance).status())
                    .isEqualTo(404);
            var history =
                    acme.get("/history/historic-process-instances/" + instance).json();
            assertThat(history.get("endActivityId").asText()).isEqualTo("end");
            assertThat(acme.get("/history/historic-task-instances?finished=true&processInstanceId=" + instance)
                            .json()
                            .at("/data/0/assignee")
                            .asText())
                    .isEqualTo("kim");
            var activities = acme.get("/history/historic-activity-instances?size=50&processInstanceId=" + instance);
            assertThat(activities.json().get("data").findValuesAsText("activityId"))
                    .contains("start", "reserve", "check", "end");
            var variables = acme.get("/history/historic-variable-instances?processInstanceId=" + instance);
            assertThat(variables.json().get("data").findValuesAsText("name")).contains("amount", "ok", "millis");

            var ledger = acme.get("//ledger?processDefinitionKey=order").json();
            assertThat(ledger.findValuesAsText("attempt")).containsExactly("true", "false");
            assertThat(Set.copyOf(ledger.findValuesAsText("node"))).containsExactly("engine-1");
            assertThat(Set.copyOf(ledger.findValuesAsText("epoch"))).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eightEqualStartsAtOnceMakeOneInstance(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1");
                ExecutorService eight = Executors.newFixedThreadPool(8)) {
            RestClient acme = node.as("acme");
            acme.deployResource("order.bpmn20.xml");

            List<Future<RestClient.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<RestClient.Answer> call =
                        () -> acme.post("/runtime/process-instances", START, "Idempotency-Key", "order-4711");
                calls.add(eight.submit(call));
            }
            Set<String> ids = new HashSet<>();
            List<Integer> statuses = new ArrayList<>();
            for (Future<RestClient.Answer> call : calls) {
                statuses.add(call.get().status());
                ids.add(call.get().json().path("id").asText());
            }

            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
            assertThat(ids).hasSize(1);
            assertThat(database.number("select count(*) from ACT_HI_PROCINST")).isEqualTo(1);
            assertThat(acme.post(
                                    "/runtime/process-instances",
                                    RestClient.start("order", Map.of("millis", 1)),
                                    "Idempotency-Key",
                                    "order-4711")
                            .status())
                    .as("the same key for another request")
                    .isEqualTo(422);
            assertThat(node.as("other")
                            .post("/runtime/process-instances", START, "Idempotency-Key", "order-4711")
                            .status())
                    .as("another tenant's key is another key, and it has no such process")
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theSameFileDeployedAtOnceBecomesOneVersion(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode one = TestNode.start(database.settings(), "engine-1");
                TestNode two = TestNode.start(database.settings(), "engine-2");
                ExecutorService four = Executors.newFixedThreadPool(4)) {
            List<Future<RestClient.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                RestClient client = (i % 2 == 0 ? one : two).as("acme");
                calls.add(four.submit(() -> client.deployResource("order.bpmn20.xml")));
            }

            Set<String> ids = new HashSet<>();
            for (Future<RestClient.Answer> call : calls) {
                assertThat(call.get().status()).isEqualTo(201);
                ids.add(call.get().json().get("id").asText());
            }

            assertThat(ids).hasSize(1);
            assertThat(database.strings("select VERSION_ from ACT_RE_PROCDEF")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTenantSeesNothingOfAnother(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            String deployment =
                    acme.deployResource("order.bpmn20.xml").json().get("id").asText();
            String instance = acme.post("/runtime/process-instances", START)
                    .json()
                    .get("id")
                    .asText();
            eventually(
                    "the task is there",
                    PATIENCE,
                    () -> !acme.get("/runtime/tasks").json().get("data").isEmpty());
            String task = acme.get("/runtime/tasks").json().at("/data/0/id").asText();
            String timer =
                    acme.get("/management/timer-jobs").json().at("/data/0/id").asText();
            String definition = acme.get("/repository/process-definitions")
                    .json()
                    .at("/data/0/id")
                    .asText();
            String execution =
                    acme.get("/runtime/executions").json().at("/data/0/id").asText();

            for (RestClient other : List.of(node.as("other"), node.as(""))) {
                for (String list : List.of(
                        "/repository/deployments",
                        "/repository/process-definitions",
                        "/runtime/process-instances",
                        "/runtime/executions",
                        "/runtime/tasks",
                        "/history/historic-process-instances",
                        "/history/historic-activity-instances",
                        "/history/historic-task-instances",
                        "/history/historic-variable-instances",
                        "/history/historic-detail",
                        "/repository/models",
                        "/identity/users",
                        "/identity/groups",
                        "/management/jobs",
                        "/management/timer-jobs")) {
                    RestClient.Answer answer = other.get(list);
                    assertThat(answer.status()).as(list + ": " + answer.text()).isEqualTo(200);
                    assertThat(answer.json().get("total").asInt()).as(list).isZero();
                    assertThat(other.get(list + "?tenantId=acme").status())
                            .as(list)
                            .isEqualTo(403);
                }
                for (String one : List.of(
                        "/repository/deployments/" + deployment,
                        "/repository/deployments/" + deployment + "/resources",
                        "/repository/process-definitions/" + definition,
                        "/repository/process-definitions/" + definition + "/resourcedata",
                        "/runtime/process-instances/" + instance,
                        "/runtime/process-instances/" + instance + "/variables",
                        "/runtime/executions/" + execution,
                        "/runtime/executions/" + execution + "/activities",
                        "/runtime/tasks/" + task,
                        "/runtime/tasks/" + task + "/variables",
                        "/history/historic-process-instances/" + instance,
                        "/management/timer-jobs/" + timer,
                        "//counts?processDefinitionId=" + definition)) {
                    assertThat(other.get(one).status()).as(one).isEqualTo(404);
                }
                assertThat(other.delete("/runtime/process-instances/" + instance)
                                .status())
                        .isEqualTo(404);
                assertThat(other.delete("/repository/deployments/" + deployment + "?cascade=true")
                                .status())
                        .isEqualTo(404);
                assertThat(other.post("/runtime/tasks/" + task, "{\"action\":\"complete\"}")
                                .status())
                        .isEqualTo(404);
                assertThat(other.post("/management/timer-jobs/" + timer, "{\"action\":\"move\"}")
                                .status())
                        .isEqualTo(404);
                assertThat(other.post("/runtime/process-instances", "{\"processDefinitionId\":\"" + definition + "\"}")
                                .status())
                        .isEqualTo(400);
                assertThat(other.get("//ledger?processDefinitionKey=order").json())
                        .isEmpty();
            }
            RestClient administrator = node.as("*");
            assertThat(administrator.get("/runtime/tasks").json().get("total").asInt())
                    .isEqualTo(1);
            assertThat(administrator
                            .get("/runtime/tasks?tenantId=other")
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
        }
    }
}
