package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.HistoryService;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;

/// Tasks of the past and of now.
public final class HistoricTasks {
    static final String PATH = "/history/historic-task-instances/";

    private final HistoryService history;

    HistoricTasks(HistoryService history) {
        this.history = history;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return HistoricTaskListing.LISTING.page(
                history.createHistoricTaskInstanceQuery(), caller.scope(), parameters, task -> view(caller, task));
    }

    public static List<Field> fields() {
        return HistoricTaskListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void delete(Caller caller, String id) {
        history.deleteHistoricTaskInstance(require(caller, id).getId());
    }

    public ArrayNode identityLinks(Caller caller, String id) {
        return HistoricLinks.view(
                caller,
                history.getHistoricIdentityLinksForTask(require(caller, id).getId()));
    }

    /// @param scope `local` or `global`; empty for both, the local ones first
    public byte[] variableData(Caller caller, String id, String name, String scope) {
        require(caller, id);
        HistoricTaskInstance task = history.createHistoricTaskInstanceQuery()
                .taskId(id)
                .includeTaskLocalVariables()
                .includeProcessVariables()
                .singleResult();
        Optional<Object> local =
                Optional.ofNullable(present(task.getTaskLocalVariables()).get(name));
        Optional<Object> global =
                Optional.ofNullable(present(task.getProcessVariables()).get(name));
        Optional<Object> value = switch (scope) {
            case "local" -> local;
            case "global" -> global;
            case "" -> local.or(() -> global);
            default -> throw ProblemException.badRequest("scope must be local or global.");
        };
        return value.map(HistoricVariables::binary)
                .orElseThrow(() -> ProblemException.notFound(
                        "Historic task instance '" + id + "' variable value for " + name + " could not be found."));
    }

    public ProblemException form(Caller caller, String id) {
        return Forms.kept(require(caller, id).getFormKey());
    }

    private HistoricTaskInstance require(Caller caller, String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (task == null || !caller.scope().sees(task.getTenantId())) {
            throw ProblemException.notFound("Could not find a task instance with id '" + id + "'.");
        }
        return task;
    }

    private static ObjectNode view(Caller caller, HistoricTaskInstance task) {
        String url = caller.link(PATH, task.getId());
        ArrayNode variables = VariableValues.view(present(task.getProcessVariables()), "global", url);
        variables.addAll(VariableValues.view(present(task.getTaskLocalVariables()), "local", url));
        return new JsonView()
                .put("id", task.getId())
                .put("url", url)
                .put("processDefinitionId", task.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, task.getProcessDefinitionId()))
                .put("processInstanceId", task.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(HistoricInstances.PATH, task.getProcessInstanceId()))
                .put("executionId", task.getExecutionId())
                .put("name", task.getName())
                .put("description", task.getDescription())
                .put("deleteReason", task.getDeleteReason())
                .put("owner", task.getOwner())
                .put("assignee", task.getAssignee())
                .put("startTime", task.getCreateTime())
                .put("endTime", task.getEndTime())
                .put("durationInMillis", task.getDurationInMillis())
                .put("workTimeInMillis", task.getWorkTimeInMillis())
                .put("claimTime", task.getClaimTime())
                .put("taskDefinitionKey", task.getTaskDefinitionKey())
                .put("formKey", task.getFormKey())
                .put("priority", task.getPriority())
                .put("dueDate", task.getDueDate())
                .put("parentTaskId", task.getParentTaskId())
                .put("scopeDefinitionId", task.getScopeDefinitionId())
                .put("scopeId", task.getScopeId())
                .put("subScopeId", (String) null)
                .put("scopeType", task.getScopeType())
                .put("propagatedStageInstanceId", task.getPropagatedStageInstanceId())
                .put("tenantId", Objects.requireNonNullElse(task.getTenantId(), ""))
                .put("category", task.getCategory())
                .put("variables", variables)
                .build();
    }

    private static Map<String, Object> present(@Nullable Map<String, Object> variables) {
        return variables == null ? Map.of() : variables;
    }
}
