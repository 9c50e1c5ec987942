package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final String PROCESS = Processes.around("""
            <serviceTask id="step" flowable:type="dmn">
              <extensionElements>
                <flowable:field name="decisionTableReferenceKey" stringValue="discount"/>
              </extensionElements>
            </serviceTask>
            """);

    private TestDatabase database;
    private TestNode node;
    private RestClient acme;

    @BeforeEach
    void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        acme = node.as("acme");
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aDecisionIsDeployedAndDecides() {
        assertThat(acme.deployResource("discount.dmn").status()).isEqualTo(201);
        assertThat(acme.deploy("buy.bpmn", PROCESS).status()).isEqualTo(201);

        String instance = start(Map.of("amount", 250));

        assertThat(variable(instance, "discount")).isEqualTo("10.0");
    }

    @Test
    void expressionsInDecisionsReachNoClass() throws IOException {
        String attack = table().replace("<text>10</text>", "<text>${''.getClass().getName()}</text>");
        assertThat(acme.deploy("discount.dmn", attack).status()).isEqualTo(201);
        acme.deploy("buy.bpmn", PROCESS);

        var answer = acme.post("/runtime/process-instances", RestClient.start("attack", Map.of("amount", 250)));

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.text()).doesNotContain("java.lang.String");
    }

    private String start(Map<String, Object> variables) {
        var answer = acme.post("/runtime/process-instances", RestClient.start("attack", variables));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private String variable(String instance, String name) {
        return acme.get("/history/historic-variable-instances?processInstanceId=" + instance + "&variableName=" + name)
                .json()
                .at("/data/0/variable/value")
                .asText();
    }

    private static String table() throws IOException {
        try (var stream = DecisionTest.class.getResourceAsStream("discount.dmn")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
