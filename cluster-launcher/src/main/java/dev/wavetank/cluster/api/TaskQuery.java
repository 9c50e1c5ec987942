package dev.wavetank.cluster.api;

import java.util.Optional;

/// Which open user tasks, oldest first.
public record TaskQuery(
        String tenant,
        Optional<String> processDefinitionKey,
        Optional<String> processInstanceId,
        Optional<String> taskDefinitionKey,
        int start,
        int size) {
    public static TaskQuery of(String tenant) {
        return new TaskQuery(tenant, Optional.empty(), Optional.empty(), Optional.empty(), 0, 1000);
    }

    public TaskQuery withProcessDefinitionKey(String key) {
        return new TaskQuery(tenant, Optional.of(key), processInstanceId, taskDefinitionKey, start, size);
    }

    public TaskQuery withProcessInstance(String id) {
        return new TaskQuery(tenant, processDefinitionKey, Optional.of(id), taskDefinitionKey, start, size);
    }

    public TaskQuery page(int from, int count) {
        return new TaskQuery(tenant, processDefinitionKey, processInstanceId, taskDefinitionKey, from, count);
    }
}
