package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.gateway.testing.TestCluster;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random and hostile values for every parameter and field of every described call: whatever comes, the answer is
/// none of the node's own failures, says in a problem document what was wrong, and the node works on.
///
/// `-Dwavetank.seed=…` tries other values, `-Dwavetank.rounds=…` more of them.
class RandomCallsTest {
    private static final long SEED = Long.getLong("wavetank.seed", 20_260_101);
    private static final int ROUNDS = Integer.getInteger("wavetank.rounds", 6);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "x".repeat(300),
            "x".repeat(5000),
            "'",
            "\"",
            "'; drop table ACT_RU_TASK; --",
            "%' or 1=1 --",
            "%",
            "_",
            "\\",
            "../../etc/passwd",
            "${''.getClass()}",
            "#{1/0}",
            "<a>&amp;</a>",
            "\u0000",
            "\r\nX-Injected: 1",
            "ä€😀",
            "\ud800",
            "\u202e",
            "2026-13-45T99:99:99Z",
            "+999999999-12-31T23:59:59Z",
            "2020-01-01T00:00:00.000+0100",
            "PT-1S",
            "P9999999Y");

    private final Random random = new Random(SEED);
    private final List<String> ids = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void everyCallAnswersWhateverComes() {
        System.out.println("seed " + SEED);
        try (TestDatabase database = TestDatabase.h2();
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            List<DescribedCall> calls = DescribedCall.all(acme);
            for (int round = 0; round < ROUNDS; round++) {
                fill(acme);
                for (DescribedCall call : calls) attempt(acme, call);
            }

            fill(acme);
            assertThat(failures).isEmpty();
            assertThat(acme.get("//health/ready").status()).isEqualTo(200);
            assertThat(calls).hasSizeGreaterThan(100);
        }
    }

    @Test
    void everyCallOfAGatewayAnswersWhateverComes() throws Exception {
        System.out.println("seed " + SEED);
        try (TestCluster cluster = new TestCluster()) {
            cluster.engine("engine-1").body = "{\"paths\":{}}";
            int port = cluster.gateway("gateway-1").port();
            RestClient administrator = new RestClient(port, "", TestCluster.ADMINISTRATOR);
            eventually(
                    "the engine is known",
                    Duration.ofSeconds(15),
                    () -> administrator.get("//openapi.json").status() == 200);
            List<DescribedCall> calls = DescribedCall.all(administrator);
            ids.add("acme");

            for (int round = 0; round < 3 * ROUNDS; round++) {
                administrator.post("//cluster/tenants", "{\"id\":\"acme\"}");
                for (DescribedCall call : calls) attempt(administrator, call);
            }

            assertThat(failures).isEmpty();
            assertThat(administrator.get("//health/ready").status()).isEqualTo(200);
            assertThat(calls).hasSizeGreaterThan(20);
        }
    }

    /// Something real to be found by an id.
    private void fill(RestClient acme) {
        assertThat(acme.deployResource("order.bpmn20.xml").status()).isEqualTo(201);
        var started = acme.post("/runtime/process-instances", RestClient.start("order", Map.of("millis", 0)));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        ids.add(started.json().get("id").asText());
        for (String list : List.of(
                "/runtime/tasks",
                "/runtime/executions",
                "/repository/deployments",
                "/repository/process-definitions",
                "/management/timer-jobs",
                "/management/jobs")) {
            acme.get(list)
                    .json()
                    .get("data")
                    .forEach(one -> ids.add(one.get("id").asText()));
        }
    }

    private void attempt(RestClient acme, DescribedCall call) {
        StringBuilder path = new StringBuilder("/" + call.path());
        while (path.indexOf("{") >= 0) {
            String value = random.nextBoolean() ? pick(ids) : pick(TEXTS);
            path.replace(path.indexOf("{"), path.indexOf("}") + 1, encoded(value.isEmpty() ? "-" : value));
        }
        char separator = '?';
        for (JsonNode parameter : call.queryParameters()) {
            if (random.nextInt(5) > 0) continue;
            path.append(separator)
                    .append(parameter.get("name").asText())
                    .append('=')
                    .append(encoded(text(parameter.get("schema"))));
            separator = '&';
        }
        String body = body(call);
        var answer = acme.send(call.method(), path.toString(), body, random.nextInt(10) > 0);

        String told = "seed " + SEED + ": " + call + " as " + path + " with " + body + " answered " + answer.text();
        boolean failed = answer.status() >= 500 || answer.status() < 200;
        boolean untold = answer.status() >= 400
                && (!answer.contentType().equals("application/problem+json")
                        || answer.json().path("status").asInt() != answer.status()
                        || answer.json().path("detail").asText().isBlank());
        if (failed || untold) failures.add(told);
    }

    private String body(DescribedCall call) {
        JsonNode schema = call.bodySchema();
        if (schema.isMissingNode()) return random.nextInt(10) == 0 ? pick(TEXTS) : "";
        if (random.nextInt(12) == 0)
            return pick(List.of("", "{", "[", "null", "7", "\"a\"", "[[]]", "[null]", "{\"a\":"));
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties").properties().forEach(field -> {
            if (random.nextInt(3) > 0) object.set(field.getKey(), value(field.getValue()));
        });
        return call.bodyIsArray() ? "[" + object + "]" : object.toString();
    }

    /// Mostly of the right kind, so that it gets past the first check.
    private JsonNode value(JsonNode schema) {
        if (random.nextInt(4) == 0) return any(2);
        String type = schema.path("type").asText();
        return switch (type) {
            case "integer" -> JSON.getNodeFactory().numberNode(random.nextInt(-5, 50));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "object" -> any(3);
            case "array" -> {
                var array = JSON.createArrayNode();
                boolean variables = schema.at("/items/$ref").asText().endsWith("Variable");
                for (int i = random.nextInt(3); i > 0; i--)
                    array.add(variables ? variable() : value(schema.get("items")));
                yield array;
            }
            default -> JSON.getNodeFactory().textNode(text(schema));
        };
    }

    private ObjectNode variable() {
        ObjectNode variable = JSON.createObjectNode().put("name", pick(TEXTS));
        variable.put(
                "type",
                pick(List.of(
                        "string", "integer", "date", "json", "serializable", "binary", "bigDecimal", "uuid", "x")));
        variable.put("scope", pick(List.of("local", "global", "x")));
        variable.put("operation", pick(List.of("equals", "like", "notEquals", "greaterThan", "x")));
        variable.set("value", any(2));
        return variable;
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(true);
            case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.getNodeFactory().textNode(pick(ids));
            case 5 -> JSON.getNodeFactory().textNode(pick(TEXTS));
            case 6 -> JSON.createArrayNode().add(any(depth - 1)).add(variable());
            default -> JSON.createObjectNode().set(pick(TEXTS), any(depth - 1));
        };
    }

    private String text(JsonNode schema) {
        if (schema.has("enum") && random.nextInt(4) > 0) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asText();
        }
        return switch (random.nextInt(4)) {
            case 0 -> pick(ids);
            case 1 -> schema.path("type").asText().equals("integer") ? "3" : "2020-01-01T00:00:00Z";
            default -> pick(TEXTS);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
