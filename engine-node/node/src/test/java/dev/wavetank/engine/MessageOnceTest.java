package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageOnceTest {
    private static final String PAID = "{\"action\": \"messageEventReceived\", \"messageName\": \"paid\"}";
    private static final String TRIGGER = "{\"action\": \"trigger\"}";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eightEqualMessagesAtOnceMoveTheInstanceOneStep(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1");
                ExecutorService eight = Executors.newFixedThreadPool(8)) {
            RestClient acme = node.as("acme");
            String waiting = start(acme, database, """
                    <message id="m" name="paid"/>
                    """, """
                    <intermediateCatchEvent id="step"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
                    """);

            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Integer> call =
                        () -> acme.put("/runtime/executions/" + waiting, PAID, "Idempotency-Key", "paid-4711")
                                .status();
                calls.add(eight.submit(call));
            }
            for (Future<Integer> call : calls) assertThat(call.get()).isEqualTo(204);

            assertThat(database.number("select count(*) from ACT_HI_ACTINST where ACT_ID_ = 'end'"))
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from WT_IDEMPOTENCY where PROC_INST_ID is null"))
                    .isEqualTo(1);
            assertThat(acme.put("/runtime/executions/" + waiting, TRIGGER, "Idempotency-Key", "paid-4711")
                            .status())
                    .as("the same key for another request")
                    .isEqualTo(422);
            assertThat(acme.put("/runtime/executions/" + waiting, PAID).status())
                    .as("without a key the execution is gone")
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keyOfAMessageThatWasRefusedIsStillFree(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            String waiting = start(acme, database, "", "<receiveTask id=\"step\"/>");

            int refused = acme.put("/runtime/executions/" + waiting, PAID, "Idempotency-Key", "k")
                    .status();
            assertThat(refused).isBetween(400, 499);
            assertThat(acme.put("/runtime/executions/" + waiting, TRIGGER, "Idempotency-Key", "k")
                            .status())
                    .isEqualTo(204);
        }
    }

    private static String start(RestClient acme, TestDatabase database, String before, String step) {
        String process = Processes.around(step).replace("<process ", before + "<process ");
        assertThat(acme.deploy("attack.bpmn", process).status()).isEqualTo(201);
        String id = acme.post("/runtime/process-instances", "{\"processDefinitionKey\": \"attack\"}")
                .json()
                .get("id")
                .asText();
        return database.strings("select ID_ from ACT_RU_EXECUTION where ACT_ID_ = 'step' and PROC_INST_ID_ = ?", id)
                .getFirst();
    }
}
