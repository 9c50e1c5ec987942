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
            if (reads && paged && !path.getKey().endsWith("variable-instances")) lists.add(path.getKey());
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
