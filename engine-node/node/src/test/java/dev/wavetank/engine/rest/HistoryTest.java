package dev.wavetank.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.database.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The past of instances, tasks and variables.
class HistoryTest {
    private static final String PROCESS =
            Processes.around("<userTask id=\"step\" name=\"Check\" flowable:candidateGroups=\"clerks\"/>");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTenantSeesItsOwnPastAndNoOther(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            RestClient other = node.as("other");
            String instance = run(acme, "kept");
            run(other, "theirs");
            run(node.as(""), "nameless");

            for (String tenant : List.of("acme", "other", "")) {
                RestClient one = node.as(tenant);
                for (String list : List.of("process-instances", "task-instances", "variable-instances")) {
                    var page = one.get("/history/historic-" + list);
                    assertThat(page.status()).as(page.text()).isEqualTo(200);
                    assertThat(page.json().get("total").asInt())
                            .as(tenant + " " + list)
                            .isEqualTo(1);
                    assertThat(one.post("/query/historic-" + list, "{}")
                                    .json()
                                    .get("total")
                                    .asInt())
                            .isEqualTo(1);
                }
            }
            assertThat(acme.get("/history/historic-variable-instances")
                            .json()
                            .at("/data/0/variable/value")
                            .asText())
                    .isEqualTo("kept");
            assertThat(node.as("*")
                            .get("/history/historic-variable-instances?sort=variableName&order=desc")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(3);
            assertThat(acme.get("/history/historic-variable-instances?variableNameLike=wo%25&excludeTaskVariables=true")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);

            String task = acme.get("/history/historic-task-instances")
                    .json()
                    .at("/data/0/id")
                    .asText();
            String variable = acme.get("/history/historic-variable-instances")
                    .json()
                    .at("/data/0/id")
                    .asText();
            for (String path : List.of(
                    "historic-process-instances/" + instance,
                    "historic-process-instances/" + instance + "/identitylinks",
                    "historic-process-instances/" + instance + "/comments",
                    "historic-task-instances/" + task,
                    "historic-task-instances/" + task + "/identitylinks")) {
                assertThat(acme.get("/history/" + path).status()).as(path).isEqualTo(200);
                assertThat(other.get("/history/" + path).status()).as(path).isEqualTo(404);
            }
            assertThat(acme.get("/history/historic-variable-instances/" + variable + "/data")
                            .status())
                    .as("a text has no binary data")
                    .isEqualTo(404);
            assertThat(other.delete("/history/historic-task-instances/" + task).status())
                    .isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aLongVariableIsReadFromTheList(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            String text = "x".repeat(10_000);
            run(acme, text);

            assertThat(acme.get("/history/historic-variable-instances")
                            .json()
                            .at("/data/0/variable/value")
                            .asText())
                    .isEqualTo(text);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anInstanceIsCommentedOnAndForgotten(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            String instance = run(acme, "a");
            String path = "/history/historic-process-instances/" + instance;

            assertThat(acme.post(path + "/comments", "{}").status()).isEqualTo(400);
            var comment = acme.post(path + "/comments", "{\"message\":\"Call back\"}");
            assertThat(comment.status()).as(comment.text()).isEqualTo(201);
            String id = comment.json().get("id").asText();
            assertThat(acme.get(path + "/comments").json().findValuesAsText("message"))
                    .containsExactly("Call back");
            assertThat(acme.get(path + "/comments/" + id)
                            .json()
                            .get("processInstanceUrl")
                            .asText())
                    .endsWith(path + "/comments/" + id);
            assertThat(node.as("other").delete(path + "/comments/" + id).status())
                    .isEqualTo(404);
            assertThat(acme.delete(path + "/comments/" + id).status()).isEqualTo(204);
            assertThat(acme.get(path + "/comments/" + id).status()).isEqualTo(404);

            String forget = "{\"action\":\"delete\",\"instanceIds\":[\"" + instance + "\"]}";
            String task = acme.get("/runtime/tasks").json().at("/data/0/id").asText();
            acme.post("/runtime/tasks/" + task, "{\"action\":\"complete\"}");
            assertThat(node.as("other")
                            .post("/history/historic-process-instances/delete", forget)
                            .status())
                    .isEqualTo(404);
            assertThat(acme.post("/history/historic-process-instances/delete", forget)
                            .status())
                    .isEqualTo(204);
            assertThat(acme.get(path).status()).isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theLogOfTasksIsAnEmptyPage(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            run(acme, "a");

            var log = acme.get("/history/historic-task-log-entries");
            assertThat(log.status()).as(log.text()).isEqualTo(200);
            assertThat(log.json().get("total").asInt()).isZero();
            assertThat(acme.get("/history/historic-detail").status()).isEqualTo(200);
        });
    }

    private static String run(RestClient client, String word) {
        client.deploy("check.bpmn", PROCESS);
        var started = client.post("/runtime/process-instances", RestClient.start("attack", Map.of("word", word)));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return started.json().get("id").asText();
    }
}
