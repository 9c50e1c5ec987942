package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalWorkerTest {
    private static final String API = "//flowable-rest/external-job-api";
    private static final String PROCESS =
            Processes.around("<serviceTask id=\"step\" flowable:type=\"external-worker\" flowable:topic=\"pack\"/>");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aWorkerFetchesFailsAndCompletesItsJob(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            assertThat(acme.deploy("external.bpmn", PROCESS).status()).isEqualTo(201);
            acme.post("/runtime/process-instances", RestClient.start("attack", Map.of("boxes", 3)));
            String acquire = "{\"topic\":\"pack\",\"workerId\":\"w1\",\"lockDuration\":\"PT10M\",\"numberOfTasks\":5}";

            assertThat(node.as("other").post(API + "/acquire/jobs", acquire).json())
                    .isEmpty();
            var first = acme.post(API + "/acquire/jobs", acquire);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json()).hasSize(1);
            assertThat(first.json().at("/0/variables").findValuesAsText("name")).contains("boxes");
            String job = first.json().at("/0/id").asText();
            assertThat(acme.post(API + "/acquire/jobs", acquire).json())
                    .as("locked")
                    .isEmpty();
            String complete = API + "/acquire/jobs/" + job + "/complete";
            assertThat(node.as("other").post(complete, "{\"workerId\":\"w1\"}").status())
                    .isEqualTo(404);
            assertThat(acme.post(complete, "{\"workerId\":\"w2\"}").status()).isBetween(400, 409);
            assertThat(acme.post(
                                    API + "/acquire/jobs/" + job + "/fail",
                                    "{\"workerId\":\"w1\",\"errorMessage\":\"torn\"}")
                            .status())
                    .isEqualTo(204);

            String again =
                    acme.post(API + "/acquire/jobs", acquire).json().at("/0/id").asText();
            assertThat(acme.post(
                                    API + "/acquire/jobs/" + again + "/complete",
                                    "{\"workerId\":\"w1\",\"variables\":[{\"name\":\"packed\",\"value\":true}]}")
                            .status())
                    .isEqualTo(204);
            eventually(
                    "the instance ends",
                    Duration.ofSeconds(60),
                    () -> database.number("select count(*) from ACT_HI_PROCINST where END_ACT_ID_ = 'end'") == 1);
        }
    }
}
