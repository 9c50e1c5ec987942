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
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;

/// Instances of the past and of now.
public final class HistoricInstances {
    static final String PATH = "/history/historic-process-instances/";

    private final HistoryService history;
    private final RepositoryService repository;

    HistoricInstances(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return HistoricInstanceListing.LISTING.page(
                history.createHistoricProcessInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> fields() {
        return HistoricInstanceListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void delete(Caller caller, String id) {
        history.deleteHistoricProcessInstance(require(caller, id).getId());
    }

    /// Forgets all of them, or none if one cannot be forgotten.
    public void deleteAll(Caller caller, List<String> ids) {
        if (ids.isEmpty()) throw ProblemException.badRequest("instanceIds names no instance.");
        ids.forEach(id -> require(caller, id));
        history.bulkDeleteHistoricProcessInstances(ids);
    }

    public ArrayNode identityLinks(Caller caller, String id) {
        return HistoricLinks.view(
                caller,
                history.getHistoricIdentityLinksForProcessInstance(
                        require(caller, id).getId()));
    }

    public byte[] variableData(Caller caller, String id, String name) {
        require(caller, id);
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .includeProcessVariables()
                .singleResult();
        return Optional.ofNullable(instance.getProcessVariables().get(name))
                .map(HistoricVariables::binary)
                .orElseThrow(() -> ProblemException.notFound(
                        "Historic process instance '" + id + "' variable value for " + name + " could not be found."));
    }

    HistoricProcessInstance require(Caller caller, String id) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
        if (instance == null || !caller.scope().sees(instance.getTenantId())) {
            throw ProblemException.notFound("Could not find a process instance with id '" + id + "'.");
        }
        return instance;
    }

    private ObjectNode view(Caller caller, HistoricProcessInstance one) {
        Map<String, Object> variables = Objects.requireNonNullElse(one.getProcessVariables(), Map.<String, Object>of());
        return new JsonView()
                .put("id", one.getId())
                .put("url", caller.link(PATH, one.getId()))
                .put("name", one.getName())
                .put("businessKey", one.getBusinessKey())
                .put("businessStatus", one.getBusinessStatus())
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("processDefinitionName", one.getProcessDefinitionName())
                .put("processDefinitionDescription", description(one.getProcessDefinitionId()))
                .put("startTime", one.getStartTime())
                .put("endTime", one.getEndTime())
                .put("durationInMillis", one.getDurationInMillis())
                .put("startUserId", one.getStartUserId())
                .put("startActivityId", one.getStartActivityId())
                .put("endActivityId", one.getEndActivityId())
                .put("deleteReason", one.getDeleteReason())
                .put("superProcessInstanceId", one.getSuperProcessInstanceId())
                .put("variables", VariableValues.view(variables, "local", caller.link(PATH, one.getId())))
                .put("callbackId", one.getCallbackId())
                .put("callbackType", one.getCallbackType())
                .put("referenceId", one.getReferenceId())
                .put("referenceType", one.getReferenceType())
                .put("propagatedStageInstanceId", one.getPropagatedStageInstanceId())
                .put("tenantId", Objects.requireNonNullElse(one.getTenantId(), ""))
                .build();
    }

    /// From the engine's cache of definitions; none of a definition that was deleted.
    private @Nullable String description(String definition) {
        try {
            return repository.getProcessDefinition(definition).getDescription();
        } catch (FlowableObjectNotFoundException deleted) {
            return null;
        }
    }
}
