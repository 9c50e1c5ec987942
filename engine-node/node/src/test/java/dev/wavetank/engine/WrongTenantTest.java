package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.testing.Eventually;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every described call, made by one tenant with the ids of another's things, finds nothing and changes nothing.
class WrongTenantTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "only-acme-may-know";

    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;
    private static RestClient rival;
    private static Set<String> ids;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        acme = node.as("acme");
        rival = node.as("rival");
        acme.deployResource("order.bpmn20.xml");
        acme.post("/runtime/process-instances", RestClient.start("order", Map.of("millis", 0, "word", MARK)));
        Eventually.eventually(
                "the task is there",
                Duration.ofSeconds(30),
                () -> acme.get("/runtime/tasks").json().get("total").asInt() == 1);
        String task = acme.get("/runtime/tasks").json().at("/data/0/id").asText();
        acme.post("/runtime/tasks/" + task + "/comments", "{\"message\":\"" + MARK + "\"}");
        acme.post("/runtime/tasks/" + task + "/attachments", "{\"name\":\"" + MARK + "\"}");
        acme.post("/runtime/tasks/" + task + "/identitylinks", "{\"user\":\"" + MARK + "\",\"type\":\"watcher\"}");
        ids = ids(task);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void noCallReachesAnotherTenantsThings() {
        Map<String, String> before = state();

        for (DescribedCall call : DescribedCall.all(rival)) {
            if (!call.path().startsWith("/flowable-rest/")) continue;
            for (String id : call.path().contains("{") ? ids : Set.of("")) {
                var answer = rival.send(call.method(), "/" + path(call, id), body(call, id), true);

                String told = call + " with " + id + " answered " + answer.status() + " " + answer.text();
                assertThat(answer.text()).as(told).doesNotContain(MARK);
                // A tenant may give its own users and groups any id.
                boolean named =
                        call.path().contains("/identity/") && !call.method().equals("GET");
                if (call.path().contains("{") && !named) {
                    assertThat(answer.status()).as(told).isBetween(400, 499);
                }
            }
        }

        Map<String, String> after = state();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((path, answer) -> assertThat(after.get(path)).as(path).isEqualTo(answer));
    }

    @Test
    void theOwnerReachesThem() {
        assertThat(state().values()).anyMatch(text -> text.contains(MARK));
        assertThat(ids).hasSizeGreaterThan(8);
        List<DescribedCall> readings = DescribedCall.all(acme).stream()
                .filter(call -> call.method().equals("GET") && call.path().contains("{id}"))
                .toList();
        long reached = ids.stream()
                .filter(id -> readings.stream()
                        .anyMatch(call -> acme.get("/" + path(call, id)).status() == 200))
                .count();
        assertThat(reached).isGreaterThan(5);
    }

    private static String path(DescribedCall call, String id) {
        return call.path()
                .replaceAll("\\{family}", "users")
                .replaceAll("\\{type}", "watcher")
                .replaceAll("\\{name}", "word")
                .replaceAll("\\{identity}", MARK)
                .replaceAll("\\{\\w+}", id);
    }

    /// Right in form, so that only the tenant stands in the way; names what is not the caller's wherever it can.
    private static String body(DescribedCall call, String id) {
        JsonNode schema = call.bodySchema();
        if (schema.isMissingNode()) return "";
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties").properties().forEach(field -> {
            String name = field.getKey();
            JsonNode type = field.getValue();
            boolean required = schema.path("required").toString().contains("\"" + name + "\"");
            if (!required && !name.endsWith("Id")) return;
            if (name.equals("tenantId")) return;
            if (type.has("enum")) object.put(name, type.get("enum").get(0).asText());
            else if (type.path("type").asText().equals("array"))
                object.putArray(name).add(id);
            else if (name.equals("lockDuration")) object.put(name, "PT1M");
            else object.put(name, name.equals("name") ? "word" : id.isEmpty() ? "order" : id);
        });
        return call.bodyIsArray() ? "[" + object + "]" : object.toString();
    }

    private static Set<String> ids(String task) {
        Set<String> ids = new LinkedHashSet<>();
        for (String list : List.of(
                "/repository/deployments",
                "/repository/process-definitions",
                "/runtime/process-instances",
                "/runtime/executions",
                "/runtime/tasks",
                "/management/timer-jobs",
                "/runtime/activity-instances",
                "/history/historic-process-instances")) {
            acme.get(list)
                    .json()
                    .get("data")
                    .forEach(one -> ids.add(one.get("id").asText()));
        }
        for (String list : List.of("comments", "attachments", "events")) {
            acme.get("/runtime/tasks/" + task + "/" + list)
                    .json()
                    .forEach(one -> ids.add(one.get("id").asText()));
        }
        return ids;
    }

    /// All that acme can read.
    private static Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (DescribedCall call : DescribedCall.all(acme)) {
            if (!call.method().equals("GET") || !call.path().startsWith("/flowable-rest/")) continue;
            for (String id : call.path().contains("{") ? ids : Set.of("")) {
                String path = path(call, id);
                state.put(path, acme.get("/" + path).text().replaceAll("\"requestId\":\"\\w+\"", ""));
            }
        }
        return state;
    }
}
