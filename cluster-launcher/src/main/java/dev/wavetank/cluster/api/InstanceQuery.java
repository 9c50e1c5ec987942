package dev.wavetank.cluster.api;

import java.util.Optional;

/// Which process instances, oldest first.
///
/// @param finished only for the history: true only ended ones, false only running ones, empty both
public record InstanceQuery(
        String tenant,
        Optional<String> processDefinitionKey,
        Optional<String> businessKey,
        Optional<Boolean> finished,
        int start,
        int size) {
    /// All of a process key, from the beginning, a thousand at a time.
    public static InstanceQuery of(String tenant, String processDefinitionKey) {
        return new InstanceQuery(
                tenant, Optional.of(processDefinitionKey), Optional.empty(), Optional.empty(), 0, 1000);
    }

    public InstanceQuery withFinished(boolean wanted) {
        return new InstanceQuery(tenant, processDefinitionKey, businessKey, Optional.of(wanted), start, size);
    }

    public InstanceQuery withBusinessKey(String key) {
        return new InstanceQuery(tenant, processDefinitionKey, Optional.of(key), finished, start, size);
    }

    public InstanceQuery page(int from, int count) {
        return new InstanceQuery(tenant, processDefinitionKey, businessKey, finished, from, count);
    }
}
