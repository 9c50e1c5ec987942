package dev.wavetank.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.DeadLetter;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.cluster.api.EngineEventListener;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.ProcessInstance;
import dev.wavetank.cluster.api.StartInstance;
import dev.wavetank.cluster.testing.Eventually;
import dev.wavetank.engine.api.EngineEvent;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpGatewayTest {
    private static final String INSTANCE = """
            {"id": "i1", "businessKey": "b", "processDefinitionId": "p:1:2", "tenantId": "acme", "suspended": false,
             "ended": false, "startTime": "2026-01-01T10:00:00.000+0000"}""";

    private FakeGateway first;
    private FakeGateway second;
    private HttpGateway gateway;

    @BeforeEach
    void twoGateways() throws Exception {
        first = new FakeGateway();
        second = new FakeGateway();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        gateway = new HttpGateway(http, List.of(first.uri(), second.uri()), "key");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void aStartGoesOnWithTheNextGatewayWhenTheFirstIsGone() throws Exception {
        first.close();
        second.answering(FakeGateway.json(201, INSTANCE));

        ProcessInstance instance = gateway.start(start(Optional.empty()));

        assertThat(instance)
                .isEqualTo(new ProcessInstance(
                        "i1", "b", "p:1:2", "acme", false, false, Optional.of(Instant.parse("2026-01-01T10:00:00Z"))));
    }

    @Test
    void aStartThatMayHaveHappenedIsNotSentAgainWithoutAnIdempotencyKey() {
        first.answering(FakeGateway.breakOff());

        ClusterException failure =
                catchThrowableOfType(ClusterException.class, () -> gateway.start(start(Optional.empty())));

        assertThat(failure.code()).isEqualTo(ClusterException.Code.OUTCOME_UNKNOWN);
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void aStartThatMayHaveHappenedIsSentAgainWithAnIdempotencyKey() throws Exception {
        first.answering(FakeGateway.json(502, "{\"detail\": \"the engine was lost\"}"));
        second.answering(FakeGateway.json(201, INSTANCE));

        assertThat(gateway.start(start(Optional.of("k"))).id()).isEqualTo("i1");
        assertThat(second.calls()).containsExactly("POST /flowable-rest/service/runtime/process-instances");
    }

    @Test
    void aBusyGatewaysRefusalMeansNothingHappenedSoEveryCallGoesOn() throws Exception {
        first.answering(FakeGateway.json(503, "{}"));
        second.answering(FakeGateway.json(201, INSTANCE));

        assertThat(gateway.start(start(Optional.empty())).id()).isEqualTo("i1");
    }

    @Test
    void theGatewayThatAnsweredIsAskedFirstTheNextTime() throws Exception {
        first.answering(FakeGateway.json(503, "{}"));
        second.answering(FakeGateway.json(200, "[]"));

        assertThat(gateway.nodes()).isEmpty();
        assertThat(gateway.nodes()).isEmpty();

        assertThat(first.calls()).hasSize(1);
        assertThat(second.calls()).hasSize(2);
    }

    @Test
    void noGatewayAtAllMeansNothingHappened() {
        first.close();
        second.close();

        ClusterException failure = catchThrowableOfType(ClusterException.class, gateway::nodes);

        assertThat(failure.code()).isEqualTo(ClusterException.Code.GATEWAY_UNREACHABLE);
    }

    @Test
    void aRefusalCarriesTheProblem() {
        first.answering(FakeGateway.json(404, """
                {"type": "urn:wavetank:not-found", "title": "Not found", "status": 404, "detail": "There is no such task."}"""));

        ClusterException failure =
                catchThrowableOfType(ClusterException.class, () -> gateway.completeTask("t1", Map.of(), "acme"));

        assertThat(failure).hasMessage("There is no such task.");
        assertThat(failure.code()).isEqualTo(ClusterException.Code.REFUSED);
        assertThat(failure.problem().orElseThrow().type()).isEqualTo("urn:wavetank:not-found");
    }

    @Test
    void aRefusedFileIsAResultWithItsElement() throws Exception {
        first.answering(FakeGateway.json(422, """
                {"type": "urn:wavetank:bpmn", "detail": "No such delegate", "elementId": "work"}"""));

        assertThat(gateway.deploy("<x/>".getBytes(StandardCharsets.UTF_8), "x.bpmn", "acme"))
                .isEqualTo(new DeployResult.Rejected(
                        List.of(new DeployResult.Rejection("bpmn", "work", "No such delegate"))));
    }

    @Test
    void queriesAreSpelledInFlowablesWords() throws Exception {
        first.answering(FakeGateway.json(200, "{\"data\": [], \"start\": 0, \"total\": 0}"));

        assertThat(gateway.history(InstanceQuery.of("acme", "order & more").withFinished(true))
                        .items())
                .isEmpty();

        assertThat(first.calls())
                .containsExactly(
                        "GET /flowable-rest/service/history/historic-process-instances?tenantId=acme"
                                + "&processDefinitionKey=order+%26+more&start=0&size=1000&finished=true&sort=startTime&order=asc");
    }

    @Test
    void lifecycleIsSpelledInFlowablesWordsAndGoesOnWithTheNextGateway() throws Exception {
        first.close();
        second.answering(
                FakeGateway.json(
                        200,
                        "{\"data\": [{\"id\": \"j\", \"processInstanceId\": \"i\","
                                + " \"elementId\": \"charge\", \"exceptionMessage\": \"no money\", \"tenantId\": \"acme\"}], \"total\": 1}"));

        gateway.suspend("i", "acme");
        gateway.resume("i", "acme");
        assertThat(gateway.deadLetters("acme", 0, 50).items())
                .containsExactly(new DeadLetter("j", "i", "charge", "no money", "acme"));
        gateway.retry("j", "acme");
        gateway.terminate("i", "not wanted", "acme");

        assertThat(second.calls())
                .containsExactly(
                        "PUT /flowable-rest/service/runtime/process-instances/i",
                        "PUT /flowable-rest/service/runtime/process-instances/i",
                        "GET /flowable-rest/service/management/deadletter-jobs?tenantId=acme&start=0&size=50",
                        "POST /flowable-rest/service/management/deadletter-jobs/j",
                        "DELETE /flowable-rest/service/runtime/process-instances/i?deleteReason=not+wanted");
    }

    @Test
    void eventsGoOnFromTheNextGatewayAndTheListenerIsTold() throws Exception {
        first.answering(stream(event(1) + event(2), true));
        second.answering(stream(event(3), false));
        List<String> heard = new CopyOnWriteArrayList<>();

        try (var subscription = gateway.events(new EngineEventListener() {
            @Override
            public void event(EngineEvent event) {
                heard.add("event " + event.sequence());
            }

            @Override
            public void interrupted(String sentence) {
                heard.add("interrupted");
            }

            @Override
            public void restored() {
                heard.add("restored");
            }
        })) {
            Eventually.hold("the third event", () -> heard.contains("event 3"));
        }

        assertThat(heard).containsExactly("event 1", "event 2", "interrupted", "restored", "event 3");
    }

    @Test
    void aGapInANodesEventsIsTold() throws Exception {
        first.answering(stream(event(1) + event(5), false));
        List<String> heard = new CopyOnWriteArrayList<>();

        try (var subscription = gateway.events(new EngineEventListener() {
            @Override
            public void event(EngineEvent event) {
                heard.add("event " + event.sequence());
            }

            @Override
            public void interrupted(String sentence) {
                heard.add(sentence);
            }
        })) {
            Eventually.hold("the second event", () -> heard.contains("event 5"));
        }

        assertThat(heard).containsExactly("event 1", "Events of engine-1 were missed.", "event 5");
    }

    @Test
    void aSilentStreamCountsAsLost() throws Exception {
        first.answering(stream("", false));
        second.answering(stream(event(1), false));
        List<String> heard = new CopyOnWriteArrayList<>();

        try (var subscription = gateway.events(event -> heard.add("event " + event.sequence()))) {
            Eventually.hold("the event of the second gateway", () -> heard.contains("event 1"));
        }
    }

    private static FakeGateway.Answer stream(String content, boolean end) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write((": begin\n\n" + content).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (end) exchange.close();
        };
    }

    private static String event(int sequence) {
        return "id: x\ndata: {\"sequence\": " + sequence + ", \"at\": \"2026-01-01T00:00:00Z\", \"node\": \"engine-1\","
                + " \"epoch\": 1, \"type\": \"INSTANCE_STARTED\", \"tenant\": \"acme\", \"later\": true}\n\n";
    }

    private static StartInstance start(Optional<String> idempotencyKey) {
        return new StartInstance("order", "b", Map.of("n", 1), "acme", idempotencyKey);
    }
}
