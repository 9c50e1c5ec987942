package dev.wavetank.cluster.api;

import java.time.Instant;
import java.util.Optional;

/// An open user task.
///
/// @param definitionKey the `id` of the user task in the BPMN file
/// @param assignee      empty if nobody has it
public record UserTask(
        String id,
        String name,
        String definitionKey,
        String processInstanceId,
        String processDefinitionId,
        String assignee,
        String tenant,
        Optional<Instant> createTime) {}
