package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.testing.NodeProcess;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The life of instances, as a tenant leads it: every call goes through a gateway to an engine, each a process of
/// its own.
class LifecycleTest {
    private static final String ADMINISTRATOR = "the-administrator";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static TestDatabase database;
    private static NodeProcess gateway;
    private static NodeProcess engine;
    private static RestClient acme;
    private static RestClient other;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.h2();
        engine = NodeProcess.start("engine", "engine-1", database.settings(), "the-cluster", ADMINISTRATOR);
        gateway = NodeProcess.start("gateway", "gateway-1", database.settings(), "the-cluster", ADMINISTRATOR);
        RestClient administrator = new RestClient(gateway.port(), "", ADMINISTRATOR);
        eventually(
                "the cluster serves",
                SOON,
                () -> administrator.get("//openapi.json").status() == 200);
        acme = tenant(administrator, "acme");
        other = tenant(administrator, "other");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        engine.close();
        database.close();
    }

    private static RestClient tenant(RestClient administrator, String id) {
        String key = administrator
                .post("//cluster/tenants", "{\"id\":\"" + id + "\"}")
                .json()
                .get("key")
                .asText();
        return new RestClient(gateway.port(), "", key);
    }

    @Test
    void anInstanceIsSuspendedResumedAndTerminated() {
        acme.deploy("life.bpmn", Processes.around("<userTask id=\"step\" name=\"Check\"/>"));
        String id = started(acme);

        assertThat(acme.put(instance(id), "{\"action\":\"suspend\"}")
                        .json()
                        .get("suspended")
                        .asBoolean())
                .isTrue();
        assertThat(acme.post("/runtime/tasks/" + task(id), "{\"action\":\"complete\"}")
                        .status())
                .isBetween(400, 499);
        assertThat(acme.put(instance(id), "{\"action\":\"activate\"}").status()).isEqualTo(200);
        assertThat(acme.delete(instance(id) + "?deleteReason=enough").status()).isEqualTo(204);

        assertThat(acme.get(instance(id)).status()).isEqualTo(404);
        assertThat(acme.get("/history/historic-process-instances/" + id)
                        .json()
                        .get("deleteReason")
                        .asText())
                .isEqualTo("enough");
    }

    @Test
    void instancesMoveToANewVersionAloneAndInABatch() {
        acme.deploy("move.bpmn", Processes.around("<userTask id=\"step\" name=\"Old\"/>"));
        String old = definition();
        String first = started(acme);
        List<String> rest = List.of(started(acme), started(acme));
        acme.deploy("move.bpmn", Processes.around("<userTask id=\"step\" name=\"New\"/>"));
        String latest = definition();
        assertThat(latest).isNotEqualTo(old);
        String document = "{\"toProcessDefinitionId\":\"" + latest + "\"}";
        String impossible = "{\"toProcessDefinitionId\":\"" + latest
                + "\",\"activityMappings\":[{\"fromActivityId\":\"step\",\"toActivityId\":\"nowhere\"}]}";
        String ofDefinition = "/repository/process-definitions/" + old;

        assertThat(acme.post(instance(first) + "/migrate/validate", document)
                        .json()
                        .get("valid")
                        .asBoolean())
                .isTrue();
        assertThat(acme.post(instance(first) + "/migrate/validate", impossible)
                        .json()
                        .get("messages"))
                .isNotEmpty();
        assertThat(acme.post(ofDefinition + "/migrate/validate", impossible)
                        .json()
                        .get("valid")
                        .asBoolean())
                .isFalse();
        assertThat(other.post(ofDefinition + "/migrate", document).status()).isEqualTo(404);
        assertThat(acme.post(instance(first) + "/migrate", document).status()).isEqualTo(200);
        assertThat(acme.post(ofDefinition + "/batch-migrate", document).status())
                .isEqualTo(200);

        eventually(
                "all have moved",
                SOON,
                () -> acme.get("/runtime/process-instances?processDefinitionId=" + old)
                                .json()
                                .get("total")
                                .asInt()
                        == 0);
        for (String id : rest) {
            assertThat(acme.get(instance(id)).json().get("processDefinitionId").asText())
                    .isEqualTo(latest);
        }
        JsonNode batches = acme.get("/management/batches").json();
        assertThat(batches.get("total").asInt()).isEqualTo(1);
        assertThat(acme.get("/management/batches/" + batches.at("/data/0/id").asText() + "/batch-parts")
                        .json())
                .hasSize(2);
        assertThat(other.get("/management/batches").json().get("total").asInt()).isZero();
    }

    @Test
    void aDeadLetterIsTriedAgainOnceItsReasonIsGone() {
        acme.deploy(
                "dead.bpmn",
                Processes.around(
                        "<serviceTask id=\"step\" flowable:async=\"true\" flowable:expression=\"${missing}\">"
                                + "<extensionElements><flowable:failedJobRetryTimeCycle>R1/PT1S</flowable:failedJobRetryTimeCycle></extensionElements>"
                                + "</serviceTask><sequenceFlow id=\"on\" sourceRef=\"step\" targetRef=\"after\"/><userTask id=\"after\"/>"));
        String id = started(acme);
        String letters = "/management/deadletter-jobs?processInstanceId=" + id;
        eventually(
                "it is a dead letter",
                SOON,
                () -> acme.get(letters).json().get("size").asInt() == 1);
        String job = acme.get(letters).json().at("/data/0/id").asText();
        assertThat(acme.get("/management/deadletter-jobs/" + job + "/exception-stacktrace")
                        .text())
                .contains("missing");

        acme.post(instance(id) + "/variables", "[{\"name\":\"missing\",\"value\":\"found\"}]");
        assertThat(other.post("/management/deadletter-jobs/" + job, "{\"action\":\"move\"}")
                        .status())
                .isEqualTo(404);
        assertThat(acme.post("/management/deadletter-jobs/" + job, "{\"action\":\"move\"}")
                        .status())
                .isEqualTo(204);

        eventually(
                "it went on",
                SOON,
                () -> acme.get("/runtime/tasks?processInstanceId=" + id)
                                .json()
                                .get("total")
                                .asInt()
                        == 1);
        assertThat(acme.get(letters).json().get("total").asInt()).isZero();
    }

    @Test
    void aTenantListsTheVariablesOfAllItsInstancesAndNoOther() {
        List<String> mine = new ArrayList<>();
        for (RestClient tenant : List.of(acme, other)) {
            tenant.deploy("variables.bpmn", Processes.around("<userTask id=\"step\"/>"));
            for (int amount = 1; amount <= 2; amount++) {
                String started = tenant.post(
                                "/runtime/process-instances",
                                RestClient.start("attack", Map.of("amount", amount, "owned", "yes")))
                        .json()
                        .get("id")
                        .asText();
                if (tenant == acme) mine.add(started);
            }
        }

        JsonNode all =
                acme.get("/runtime/variable-instances?variableName=amount").json();
        assertThat(all.get("total").asInt()).isEqualTo(2);
        assertThat(all.findValuesAsText("processInstanceId")).containsExactlyInAnyOrderElementsOf(mine);
        for (String query : List.of("/query/variable-instances", "/query/historic-variable-instances")) {
            JsonNode one = acme.post(
                            query,
                            "{\"variables\":[{\"name\":\"amount\",\"value\":2,\"type\":\"integer\",\"operation\":\"equals\"}]}")
                    .json();
            assertThat(one.findValuesAsText("processInstanceId")).as(query).containsExactly(mine.get(1));
        }
    }

    private static String started(RestClient tenant) {
        var started = tenant.post("/runtime/process-instances", RestClient.start("attack", Map.of()));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return started.json().get("id").asText();
    }

    private static String instance(String id) {
        return "/runtime/process-instances/" + id;
    }

    private static String task(String id) {
        return acme.get("/runtime/tasks?processInstanceId=" + id)
                .json()
                .at("/data/0/id")
                .asText();
    }

    private static String definition() {
        return acme.get("/repository/process-definitions?key=attack&latest=true")
                .json()
                .at("/data/0/id")
                .asText();
    }
}
