package dev.wavetank.engine.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fact from the engine or the membership, as the event streams carry it (`text/event-stream`, one JSON object
/// as `data`).
///
/// @param sequence          rises within one `node`; a gap tells the reader that it missed something and should
/// ask for the counts again
/// @param node              where it happened
/// @param epoch             the node's epoch when it happened
/// @param tenant            empty for facts of the cluster itself
/// @param detail            a sentence for a person, for example what a takeover freed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngineEvent(
        long sequence,
        Instant at,
        String node,
        long epoch,
        EventType type,
        String tenant,
        @Nullable String processDefinitionId,
        @Nullable String processDefinitionKey,
        @Nullable String processInstanceId,
        @Nullable String activityId,
        @Nullable String activityType,
        @Nullable String detail) {}
