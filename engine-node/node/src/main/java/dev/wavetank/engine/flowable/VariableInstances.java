package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.RuntimeService;
import org.flowable.variable.api.persistence.entity.VariableInstance;
import org.flowable.variable.api.runtime.VariableInstanceQuery;
import org.flowable.variable.service.impl.HistoricVariableInstanceQueryProperty;

/// The variables of what is running. Their table knows no tenant, so a tenant names the instance, the execution or
/// the task they belong to, whose tenant decides.
public final class VariableInstances {
    static final String PATH = "/runtime/variable-instances/";

    private static final VariableConditions<VariableInstanceQuery> VALUES =
            VariableConditions.equality(VariableInstanceQuery::variableValueEquals);

    private static final Listing<VariableInstanceQuery, VariableInstance> LISTING = new Listing<>(
            new TenantFilter<>((query, tenant) -> {}, query -> {}),
            new Filters<VariableInstanceQuery>()
                    .text("processInstanceId", VariableInstanceQuery::processInstanceId)
                    .text("executionId", VariableInstanceQuery::executionId)
                    .text("taskId", VariableInstanceQuery::taskId)
                    .text("variableName", VariableInstanceQuery::variableName)
                    .text("variableNameLike", VariableInstanceQuery::variableNameLike)
                    .whenTrue("excludeTaskVariables", VariableInstanceQuery::excludeTaskVariables)
                    .whenTrue("excludeLocalVariables", VariableInstanceQuery::excludeLocalVariables)
                    .json(Field.objects("variables"), VALUES::apply),
            Map.of(
                    "processInstanceId", HistoricVariableInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "variableName", HistoricVariableInstanceQueryProperty.VARIABLE_NAME),
            "variableName");

    private final RuntimeService runtime;
    private final ProcessInstances instances;
    private final Executions executions;
    private final Tasks tasks;

    VariableInstances(RuntimeService runtime, ProcessInstances instances, Executions executions, Tasks tasks) {
        this.runtime = runtime;
        this.instances = instances;
        this.executions = executions;
        this.tasks = tasks;
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        Optional<String> instance = parameters.text("processInstanceId");
        Optional<String> execution = parameters.text("executionId");
        Optional<String> task = parameters.text("taskId");
        if (!caller.scope().every()) {
            instance.ifPresent(id -> instances.require(caller, id));
            execution.ifPresent(id -> executions.require(caller, id));
            task.ifPresent(id -> tasks.require(caller, id));
            if (instance.or(() -> execution).or(() -> task).isEmpty()) {
                throw ProblemException.badRequest("Name a processInstanceId, an executionId or a taskId.");
            }
        }
        return LISTING.page(
                runtime.createVariableInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public byte[] data(Caller caller, String id) {
        VariableInstance variable = runtime.createVariableInstanceQuery().id(id).singleResult();
        if (variable == null) throw missing(id);
        if (variable.getTaskId() != null) tasks.require(caller, variable.getTaskId());
        else if (variable.getProcessInstanceId() != null) instances.require(caller, variable.getProcessInstanceId());
        else if (!caller.scope().every()) throw missing(id);
        if (variable.getValue() instanceof byte[] content) return content;
        throw ProblemException.notFound("The variable is not binary.");
    }

    private static ProblemException missing(String id) {
        return ProblemException.notFound("Could not find a variable with id '" + id + "'.");
    }

    private static ObjectNode view(Caller caller, VariableInstance one) {
        return new JsonView()
                .put("id", one.getId())
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, one.getProcessInstanceId()))
                .put("taskId", one.getTaskId())
                .put("executionId", one.getExecutionId())
                .put(
                        "variable",
                        VariableValues.view(
                                one.getName(),
                                one.getValue(),
                                scope(one).word(),
                                caller.link(PATH, one.getId() + "/data")))
                .build();
    }

    /// Variables of the instance itself are global to what is inside it.
    private static Scope scope(VariableInstance one) {
        boolean instances = one.getTaskId() == null
                && (one.getExecutionId() == null || one.getExecutionId().equals(one.getProcessInstanceId()));
        return instances ? Scope.GLOBAL : Scope.LOCAL;
    }
}
