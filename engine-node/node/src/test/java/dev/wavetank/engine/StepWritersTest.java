package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepWritersTest {
    private static final String APPROVAL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="approval">
                <startEvent id="begin"/>
                <sequenceFlow id="toWait" sourceRef="begin" targetRef="wait"/>
                <userTask id="wait"/>
                <sequenceFlow id="toEnd" sourceRef="wait" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eachStepNamesTheNodeThatBeganItAndTheOneThatEndedIt(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode first = TestNode.start(database.settings(), "engine-1");
                TestNode second = TestNode.start(database.settings(), "engine-2")) {
            first.as("acme").deploy("approval.bpmn20.xml", APPROVAL);
            first.as("acme").post("/runtime/process-instances", RestClient.start("approval", Map.of()));
            String task = second.as("acme")
                    .get("/runtime/tasks")
                    .json()
                    .at("/data/0/id")
                    .asText();

            second.as("acme").post("/runtime/tasks/" + task, "{\"action\": \"complete\"}");

            JsonNode writes = second.as("acme")
                    .get("//step-writes?processDefinitionKey=approval")
                    .json();
            assertThat(writers(writes, "begin")).containsExactly("began engine-1/1", "ended engine-1/1");
            assertThat(writers(writes, "wait")).containsExactly("began engine-1/1", "ended engine-2/1");
            assertThat(writers(writes, "end")).containsExactly("began engine-2/1", "ended engine-2/1");
            assertThat(second.as("rival")
                            .get("//step-writes?processDefinitionKey=approval")
                            .json())
                    .isEmpty();
        }
    }

    private static List<String> writers(JsonNode writes, String activity) {
        return StreamSupport.stream(writes.spliterator(), false)
                .filter(write -> write.get("activityId").asText().equals(activity))
                .map(write -> (write.get("end").asBoolean() ? "ended " : "began ")
                        + write.get("node").asText() + "/" + write.get("epoch").asText())
                .toList();
    }
}
