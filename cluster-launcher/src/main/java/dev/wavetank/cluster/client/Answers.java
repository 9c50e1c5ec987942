package dev.wavetank.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.cluster.api.DeadLetter;
import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.cluster.api.ProcessInstance;
import dev.wavetank.cluster.api.UserTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Flowable's JSON as our records.
final class Answers {
    private Answers() {}

    /// Flowable's form of a page: `data`, `start`, `total`.
    static <T> Page<T> page(JsonNode body, Function<JsonNode, T> item) {
        return new Page<>(
                list(body.path("data"), item),
                body.path("start").asInt(),
                body.path("total").asLong());
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    static ProcessDefinition definition(JsonNode node) {
        return new ProcessDefinition(
                Json.text(node, "id"),
                Json.text(node, "key"),
                node.path("version").asInt(),
                Json.text(node, "name"),
                Json.text(node, "deploymentId"),
                Json.text(node, "tenantId"));
    }

    static ProcessInstance instance(JsonNode node) {
        return new ProcessInstance(
                Json.text(node, "id"),
                Json.text(node, "businessKey"),
                Json.text(node, "processDefinitionId"),
                Json.text(node, "tenantId"),
                node.path("suspended").asBoolean(),
                node.path("ended").asBoolean(),
                Json.time(node, "startTime"));
    }

    static DeadLetter deadLetter(JsonNode node) {
        return new DeadLetter(
                Json.text(node, "id"),
                Json.text(node, "processInstanceId"),
                Json.text(node, "elementId"),
                Json.text(node, "exceptionMessage"),
                Json.text(node, "tenantId"));
    }

    static HistoricInstance historic(JsonNode node) {
        return new HistoricInstance(
                Json.text(node, "id"),
                Json.text(node, "businessKey"),
                Json.text(node, "processDefinitionId"),
                Json.text(node, "tenantId"),
                Json.time(node, "startTime").orElse(Instant.EPOCH),
                Json.time(node, "endTime"),
                Json.text(node, "deleteReason"));
    }

    static HistoricActivity activity(JsonNode node) {
        return new HistoricActivity(
                Json.text(node, "id"),
                Json.text(node, "processInstanceId"),
                Json.text(node, "activityId"),
                Json.text(node, "activityType"),
                Json.time(node, "startTime").orElse(Instant.EPOCH),
                Json.time(node, "endTime"));
    }

    static UserTask task(JsonNode node) {
        return new UserTask(
                Json.text(node, "id"),
                Json.text(node, "name"),
                Json.text(node, "taskDefinitionKey"),
                Json.text(node, "processInstanceId"),
                Json.text(node, "processDefinitionId"),
                Json.text(node, "assignee"),
                Json.text(node, "tenantId"),
                Json.time(node, "createTime"));
    }
}
