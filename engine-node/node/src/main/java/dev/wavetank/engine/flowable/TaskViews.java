package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.flowable.task.api.DelegationState;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskInfo;
import org.jspecify.annotations.Nullable;

/// Running tasks as JSON.
final class TaskViews {
    private TaskViews() {}

    static ObjectNode of(Caller caller, Task task) {
        return common(caller, task, Tasks.PATH)
                .put("delegationState", delegation(task.getDelegationState()))
                .put("createTime", task.getCreateTime())
                .put("suspended", task.isSuspended())
                .put("parentTaskUrl", caller.link(Tasks.PATH, task.getParentTaskId()))
                .put("executionUrl", caller.link("/runtime/executions/", task.getExecutionId()))
                .build();
    }

    private static JsonView common(Caller caller, TaskInfo task, String path) {
        String url = caller.link(path, task.getId());
        ArrayNode variables = VariableValues.view(present(task.getTaskLocalVariables()), "local", url);
        variables.addAll(VariableValues.view(present(task.getProcessVariables()), "global", url));
        return new JsonView()
                .put("id", task.getId())
                .put("url", url)
                .put("owner", task.getOwner())
                .put("assignee", task.getAssignee())
                .put("name", task.getName())
                .put("description", task.getDescription())
                .put("dueDate", task.getDueDate())
                .put("priority", task.getPriority())
                .put("claimTime", task.getClaimTime())
                .put("taskDefinitionKey", task.getTaskDefinitionKey())
                .put("scopeDefinitionId", task.getScopeDefinitionId())
                .put("scopeId", task.getScopeId())
                .put("subScopeId", task.getSubScopeId())
                .put("scopeType", task.getScopeType())
                .put("propagatedStageInstanceId", task.getPropagatedStageInstanceId())
                .put("tenantId", Objects.requireNonNullElse(task.getTenantId(), ""))
                .put("category", task.getCategory())
                .put("formKey", task.getFormKey())
                .put("parentTaskId", task.getParentTaskId())
                .put("executionId", task.getExecutionId())
                .put("processInstanceId", task.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, task.getProcessInstanceId()))
                .put("processDefinitionId", task.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, task.getProcessDefinitionId()))
                .put("variables", variables);
    }

    private static Map<String, Object> present(@Nullable Map<String, Object> variables) {
        return variables == null ? Map.of() : variables;
    }

    private static @Nullable String delegation(@Nullable DelegationState state) {
        return state == null ? null : state.name().toLowerCase(Locale.ROOT);
    }
}
