package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.variable.api.persistence.entity.VariableInstance;

/// The variables of what is running.
public final class VariableInstances {
    static final String PATH = "/runtime/variable-instances/";

    private static final Listing<OwnedRows<VariableInstance>, VariableInstance> LISTING = VariableRows.listing();

    private final RuntimeService runtime;
    private final ManagementService management;

    VariableInstances(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(rows(), caller.scope(), parameters, one -> view(caller, one));
    }

    public byte[] data(Caller caller, String id) {
        OwnedRows<VariableInstance> rows = rows().of("ID_", id);
        LISTING.tenant().narrow(rows, caller.scope());
        VariableInstance variable = rows.list().stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Could not find a variable with id '" + id + "'."));
        if (variable.getValue() instanceof byte[] content) return content;
        throw ProblemException.notFound("The variable is not binary.");
    }

    private OwnedRows<VariableInstance> rows() {
        return new OwnedRows<>(
                management,
                OwnedRows.Table.VARIABLES,
                runtime::createNativeVariableInstanceQuery,
                VariableInstance::getValue);
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
