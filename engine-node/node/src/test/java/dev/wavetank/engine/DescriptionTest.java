package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The node describes what it answers.
class DescriptionTest {
    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        acme = node.as("acme");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void everyCallHasANameOfItsOwn() {
        JsonNode description = acme.get("//openapi.json").json();

        List<String> names = new ArrayList<>();
        description
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.get("operationId").asText())));
        assertThat(description.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(names).doesNotHaveDuplicates().contains("getRuntimeTasksId", "postRuntimeProcessInstances");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode description = acme.get("//openapi.json").json();

        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void everyCallSaysWhatItTakesAndAnswers() {
        JsonNode description = acme.get("//openapi.json").json();

        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String call = method.getKey() + " " + path.getKey();
                    JsonNode operation = method.getValue();
                    assertThat(operation.path("summary").asText()).as(call).isNotBlank();
                    assertThat(operation.path("tags")).as(call).hasSize(1);
                    List<String> named = new ArrayList<>();
                    List<String> inPath = new ArrayList<>();
                    operation.get("parameters").forEach(parameter -> {
                        String name = parameter.get("name").asText();
                        named.add(parameter.get("in").asText() + " " + name);
                        if (parameter.get("in").asText().equals("path")) inPath.add(name);
                        assertThat(parameter.path("description").asText())
                                .as(call + " " + name)
                                .endsWith(".");
                        assertThat(parameter.path("schema").isObject())
                                .as(call + " " + name)
                                .isTrue();
                    });
                    assertThat(named).as(call).doesNotHaveDuplicates();
                    assertThat(path.getKey().split("[{}]", -1))
                            .as(call)
                            .hasSize(2 * inPath.size() + 1)
                            .containsAll(inPath);
                    operation
                            .path("requestBody")
                            .path("content")
                            .forEach(media -> assertThat(media.path("schema").isObject())
                                    .as(call)
                                    .isTrue());
                    assertThat(operation.get("responses").has("default"))
                            .as(call)
                            .isTrue();
                    operation.get("responses").forEach(answer -> {
                        assertThat(answer.path("description").asText()).as(call).isNotBlank();
                        answer.path("content")
                                .forEach(
                                        media -> assertThat(media.path("schema").isObject())
                                                .as(call)
                                                .isTrue());
                    });
                }));
    }

    @Test
    void describedListsAnswer() {
        JsonNode paths = acme.get("//openapi.json").json().get("paths");

        List<String> lists = new ArrayList<>();
        paths.properties().forEach(path -> {
            boolean reads = path.getValue().has("get") && !path.getKey().contains("{");
            boolean paged = path.getValue()
                    .path("get")
                    .path("parameters")
                    .findValuesAsText("name")
                    .contains("sort");
            if (reads && paged) lists.add(path.getKey());
        });
        assertThat(lists).hasSizeGreaterThan(10);
        for (String list : lists) {
            var answer = acme.get("/" + list);
            assertThat(answer.status()).as(list + answer.text()).isEqualTo(200);
            assertThat(answer.json().get("data").isArray()).as(list).isTrue();
        }
    }

    @Test
    void thePageBringsAllItNeeds() {
        String page = acme.get("//docs").text();

        assertThat(page).doesNotContain("http:", "https:");
        assertThat(acme.get("//docs/docs.js").text()).contains("/openapi.json").doesNotContain("https:");
        assertThat(acme.get("//docs/docs.css").status()).isEqualTo(200);
    }
}
