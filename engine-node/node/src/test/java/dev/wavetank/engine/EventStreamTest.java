package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wavetank.engine.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatWasCommittedIsStreamedInOrderAndWhatRolledBackIsNot() {
        List<JsonNode> events = new CopyOnWriteArrayList<>();
        try (TestDatabase database = TestDatabase.h2();
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            Stream<String> lines = acme.stream("//events");
            Thread.ofVirtual().start(() -> read(lines, events));
            acme.deployResource("order.bpmn20.xml");
            acme.deploy("failing.bpmn", Processes.withExpression("${missing}"));

            assertThat(acme.post("/runtime/process-instances", RestClient.start("attack", Map.of()))
                            .status())
                    .isEqualTo(422);
            String instance = acme.post("/runtime/process-instances", RestClient.start("order", Map.of("millis", 1)))
                    .json()
                    .get("id")
                    .asText();

            eventually("the task is told", PATIENCE, () -> types(events).contains("TASK_CREATED"));
            assertThat(types(events))
                    .containsSubsequence(
                            "DEPLOYED",
                            "DEPLOYED",
                            "INSTANCE_STARTED",
                            "ACTIVITY_STARTED",
                            "ACTIVITY_COMPLETED",
                            "TASK_CREATED");
            assertThat(events.stream()
                            .filter(event -> event.has("processInstanceId"))
                            .toList())
                    .as("nothing of the start that rolled back")
                    .allMatch(event -> event.get("processInstanceId").asText().equals(instance))
                    .allMatch(event -> event.get("tenant").asText().equals("acme"))
                    .allMatch(
                            event -> event.get("processDefinitionKey").asText().equals("order"))
                    .allMatch(event -> event.get("node").asText().equals("engine-1")
                            && event.get("epoch").asLong() == 1);
            List<Long> numbers =
                    events.stream().map(event -> event.get("sequence").asLong()).toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).as("no gap").isEqualTo(numbers.get(i - 1) + 1);
            }
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }

    private static void read(Stream<String> lines, List<JsonNode> events) {
        JsonMapper json = new JsonMapper();
        try (lines) {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> {
                try {
                    events.add(json.readTree(line.substring("data:".length())));
                } catch (IOException malformed) {
                    throw new AssertionError(line, malformed);
                }
            });
        } catch (java.io.UncheckedIOException nodeClosed) {
            // the usual end
        }
    }
}
