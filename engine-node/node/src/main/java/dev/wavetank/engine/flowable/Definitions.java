package dev.wavetank.engine.flowable;

import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;
import org.jspecify.annotations.Nullable;

/// Looks up definitions inside a command.
final class Definitions {
    private Definitions() {}

    /// The key of a definition, from the engine's cache; empty when there is no such definition.
    static String key(@Nullable String processDefinitionId) {
        if (processDefinitionId == null) return "";
        try {
            return ProcessDefinitionUtil.getProcessDefinition(processDefinitionId)
                    .getKey();
        } catch (FlowableObjectNotFoundException deleted) {
            return "";
        }
    }
}
