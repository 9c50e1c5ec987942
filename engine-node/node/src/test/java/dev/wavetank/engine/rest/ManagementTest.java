package dev.wavetank.engine.rest;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.database.Dialect;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Jobs for tenants; tables and properties for administrators only.
class ManagementTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITS = Processes.around("""
            <intermediateCatchEvent id="step">
              <timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition>
            </intermediateCatchEvent>""");
    private static final String FAILS =
            Processes.around("<serviceTask id=\"step\" flowable:async=\"true\" flowable:expression=\"${missing}\"/>");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTimerIsRescheduledAndMoved(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("waits.bpmn", WAITS);
            acme.post("/runtime/process-instances", RestClient.start("attack", Map.of()));
            var job = acme.get("/management/timer-jobs?timersOnly=true").json().at("/data/0");
            String path = "/management/timer-jobs/" + job.get("id").asText();
            assertThat(job.get("elementId").asText()).isEqualTo("step");
            assertThat(acme.get("/management/timer-jobs?timersOnly=true&messagesOnly=true")
                            .status())
                    .isIn(200, 400);

            var later = acme.post(path, "{\"action\":\"reschedule\",\"dueDate\":\"2040-01-02T03:04:05Z\"}");
            assertThat(later.status()).as(later.text()).isEqualTo(204);
            assertThat(acme.get("/management/timer-jobs?dueAfter=2039-01-01T00:00:00Z")
                            .json()
                            .at("/data/0/dueDate")
                            .asText())
                    .startsWith("2040-01-02T03:04:05");
            assertThat(acme.post(path, "{\"action\":\"reschedule\"}").status()).isEqualTo(400);
            assertThat(acme.post(path, "{\"action\":\"dance\"}").status()).isEqualTo(400);
            String there =
                    acme.get("/management/timer-jobs").json().at("/data/0/id").asText();
            assertThat(node.as("other")
                            .post("/management/timer-jobs/" + there, "{\"action\":\"move\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(acme.post("/management/timer-jobs/" + there, "{\"action\":\"move\"}")
                            .status())
                    .isEqualTo(204);
            eventually(
                    "the instance goes on",
                    PATIENCE,
                    () -> acme.get("/runtime/process-instances")
                                    .json()
                                    .get("total")
                                    .asInt()
                            == 0);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDeadLetterTellsWhyAndIsMovedWithOthers(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("fails.bpmn", FAILS);
            acme.post("/runtime/process-instances", RestClient.start("attack", Map.of()));
            eventually(
                    "the job is given up",
                    PATIENCE,
                    () -> acme.get("/management/deadletter-jobs")
                                    .json()
                                    .get("total")
                                    .asInt()
                            == 1);
            String id = acme.get("/management/deadletter-jobs?withException=true")
                    .json()
                    .at("/data/0/id")
                    .asText();

            var trace = acme.get("/management/deadletter-jobs/" + id + "/exception-stacktrace");
            assertThat(trace.contentType()).isEqualTo("text/plain");
            assertThat(trace.text()).contains("missing");
            assertThat(node.as("other")
                            .get("/management/deadletter-jobs/" + id + "/exception-stacktrace")
                            .status())
                    .isEqualTo(404);

            String move = "{\"action\":\"move\",\"jobIds\":[\"" + id + "\"]}";
            assertThat(node.as("other")
                            .post("/management/deadletter-jobs", move)
                            .status())
                    .isEqualTo(404);
            assertThat(acme.post("/management/deadletter-jobs", "{\"action\":\"move\",\"jobIds\":[]}")
                            .status())
                    .isEqualTo(400);
            assertThat(acme.post("/management/deadletter-jobs", move).status()).isEqualTo(204);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void onlyAdministratorsSeeTablesAndNoColumnIsMadeUp(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("waits.bpmn", WAITS);
            for (String path : new String[] {
                "/management/tables",
                "/management/tables/ACT_RE_DEPLOYMENT",
                "/management/tables/ACT_RE_DEPLOYMENT/columns",
                "/management/tables/ACT_RE_DEPLOYMENT/data",
                "/management/properties",
                "/management/engine-properties"
            }) {
                assertThat(acme.get(path).status()).as(path).isEqualTo(403);
            }

            RestClient administrator = node.as("*");
            assertThat(administrator.get("/management/tables").json().findValuesAsText("name"))
                    .contains("ACT_RU_TASK", "ACT_RE_DEPLOYMENT")
                    .doesNotContain("WT_USER", "WT_API_KEY");
            var data = administrator.get("/management/tables/ACT_RE_DEPLOYMENT/data?orderDescendingColumn=NAME_");
            assertThat(data.json().at("/data/0/NAME_").asText()).as(data.text()).isEqualTo("waits");
            assertThat(data.json().get("order").asText()).isEqualTo("desc");
            for (String attack : new String[] {
                "NAME_%3B%20drop%20table%20ACT_RU_TASK",
                "(select%20HASH%20from%20WT_API_KEY)",
                "NAME_,ID_",
                "name_",
                "1"
            }) {
                var answer =
                        administrator.get("/management/tables/ACT_RE_DEPLOYMENT/data?orderAscendingColumn=" + attack);
                assertThat(answer.status()).as(attack).isEqualTo(400);
            }
            for (String table : new String[] {"WT_API_KEY", "NOTHING", "ACT_RE_DEPLOYMENT%20RES"}) {
                assertThat(administrator
                                .get("/management/tables/" + table + "/data")
                                .status())
                        .as(table)
                        .isEqualTo(404);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anAdministratorKeepsPropertiesButNotTheEnginesOwn(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient administrator = node.as("*");
            String properties = "/management/engine-properties";

            assertThat(administrator
                            .post(properties, "{\"name\":\"colour\",\"value\":\"blue\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(administrator
                            .put(properties + "/colour", "{\"value\":\"green\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(administrator.get(properties).json().get("colour").asText())
                    .isEqualTo("green");
            assertThat(administrator.delete(properties + "/schema.version").status())
                    .isEqualTo(422);
            assertThat(administrator
                            .put(properties + "/schema.version", "{\"value\":\"1\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(administrator.delete(properties + "/colour").status()).isEqualTo(204);
            assertThat(administrator.delete(properties + "/colour").status()).isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void listsOfBatchesAndHistoryJobsAreEmptyPages(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            for (String list : new String[] {"batches", "history-jobs", "suspended-jobs"}) {
                var page = acme.get("/management/" + list);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
                assertThat(page.json().get("total").asInt()).as(list).isZero();
                assertThat(acme.get("/management/" + list + "/x").status()).isEqualTo(404);
                assertThat(acme.delete("/management/" + list + "/x").status()).isEqualTo(404);
            }
            assertThat(acme.get("/management/batch-parts/x").status()).isEqualTo(404);
            assertThat(acme.get("/management/batches/x/batch-parts").status()).isEqualTo(404);
        });
    }
}
