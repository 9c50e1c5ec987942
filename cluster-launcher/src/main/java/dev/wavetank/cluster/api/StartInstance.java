package dev.wavetank.cluster.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wish to start a process instance.
///
/// @param businessKey    may be empty
/// @param variables      texts, numbers, booleans, or what Jackson writes as a JSON object or list
/// @param idempotencyKey unique per tenant: with it the start may be sent again when its outcome is unknown,
/// and happens once
public record StartInstance(
        String processDefinitionKey,
        String businessKey,
        Map<String, ? extends @Nullable Object> variables,
        String tenant,
        Optional<String> idempotencyKey) {
    public StartInstance {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
