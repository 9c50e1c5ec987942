package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.history.HistoricDetail;
import org.flowable.engine.history.HistoricFormProperty;
import org.flowable.engine.history.HistoricVariableUpdate;
import org.flowable.variable.api.history.HistoricVariableInstance;
import org.jspecify.annotations.Nullable;

/// Variables of the past as they were last, and each change that is on record.
public final class HistoricVariables {
    private static final String TASKS = "/history/historic-task-instances/";

    private static final Listing<OwnedRows<HistoricVariableInstance>, HistoricVariableInstance> VARIABLES =
            VariableRows.listing();

    private final HistoryService history;
    private final ManagementService management;

    HistoricVariables(HistoryService history, ManagementService management) {
        this.history = history;
        this.management = management;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return VARIABLES.page(variables(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> fields() {
        return VARIABLES.fields();
    }

    public byte[] data(Caller caller, String id) {
        OwnedRows<HistoricVariableInstance> rows = variables().of("ID_", id);
        VARIABLES.tenant().narrow(rows, caller.scope());
        return rows.list().stream()
                .findFirst()
                .map(one -> binary(one.getValue()))
                .orElseThrow(
                        () -> ProblemException.notFound("Historic variable instance '" + id + "' could not be found."));
    }

    public ObjectNode details(Caller caller, Parameters parameters) {
        return HistoricDetailListing.LISTING.page(details(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> detailFields() {
        return HistoricDetailListing.LISTING.fields();
    }

    public byte[] detailData(Caller caller, String id) {
        OwnedRows<HistoricDetail> rows = details().of("ID_", id);
        HistoricDetailListing.LISTING.tenant().narrow(rows, caller.scope());
        return rows.list().stream()
                .findFirst()
                .filter(HistoricVariableUpdate.class::isInstance)
                .map(one -> binary(((HistoricVariableUpdate) one).getValue()))
                .orElseThrow(() ->
                        ProblemException.notFound("Historic detail '" + id + "' does not have a variable value."));
    }

    static byte[] binary(@Nullable Object value) {
        if (value instanceof byte[] bytes) return bytes;
        throw ProblemException.notFound("The variable does not have a binary data stream.");
    }

    private OwnedRows<HistoricVariableInstance> variables() {
        return new OwnedRows<>(
                management,
                OwnedRows.Table.HISTORIC_VARIABLES,
                history::createNativeHistoricVariableInstanceQuery,
                HistoricVariableInstance::getValue);
    }

    private OwnedRows<HistoricDetail> details() {
        return new OwnedRows<>(
                management, OwnedRows.Table.HISTORIC_DETAILS, history::createNativeHistoricDetailQuery, detail -> {
                    if (detail instanceof HistoricVariableUpdate update) update.getValue();
                });
    }

    private static ObjectNode view(Caller caller, HistoricVariableInstance one) {
        boolean ofExecution =
                one.getExecutionId() != null && !one.getExecutionId().equals(one.getProcessInstanceId());
        String scope = ofExecution || one.getTaskId() != null ? "local" : "global";
        return new JsonView()
                .put("id", one.getId())
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(HistoricInstances.PATH, one.getProcessInstanceId()))
                .put("taskId", one.getTaskId())
                .put("executionId", one.getExecutionId())
                .put(
                        "variable",
                        VariableValues.view(
                                one.getVariableName(),
                                one.getValue(),
                                scope,
                                caller.link("/history/historic-variable-instances/", one.getId() + "/data")))
                .build();
    }

    private static ObjectNode view(Caller caller, HistoricDetail detail) {
        JsonView view = new JsonView()
                .put("id", detail.getId())
                .put("processInstanceId", detail.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(HistoricInstances.PATH, detail.getProcessInstanceId()))
                .put("executionId", detail.getExecutionId())
                .put("activityInstanceId", detail.getActivityInstanceId())
                .put("taskId", detail.getTaskId())
                .put("taskUrl", caller.link(TASKS, detail.getTaskId()))
                .put("time", detail.getTime())
                .put("detailType", (String) null)
                .put("revision", (Number) null)
                .put("propertyId", (String) null)
                .put("propertyValue", (String) null);
        return switch (detail) {
            case HistoricFormProperty form ->
                view.put("detailType", "formProperty")
                        .put("propertyId", form.getPropertyId())
                        .put("propertyValue", form.getPropertyValue())
                        .put("variable", (String) null)
                        .build();
            case HistoricVariableUpdate update ->
                view.put("detailType", "variableUpdate")
                        .put("revision", update.getRevision())
                        .put(
                                "variable",
                                VariableValues.view(
                                        update.getVariableName(),
                                        update.getValue(),
                                        null,
                                        caller.link("/history/historic-detail/", update.getId() + "/data")))
                        .build();
            default -> view.put("variable", (String) null).build();
        };
    }
}
