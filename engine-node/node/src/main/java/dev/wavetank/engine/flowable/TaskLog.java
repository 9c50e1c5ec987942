package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.engine.HistoryService;
import org.flowable.task.api.history.HistoricTaskLogEntry;
import org.flowable.task.api.history.HistoricTaskLogEntryQuery;
import org.flowable.task.service.impl.HistoricTaskLogEntryQueryProperty;

/// What was written down of each change of a task; nothing is, unless the engine is told to, as with Flowable.
public final class TaskLog {
    private static final Listing<HistoricTaskLogEntryQuery, HistoricTaskLogEntry> LISTING = new Listing<>(
            new TenantFilter<>(HistoricTaskLogEntryQuery::tenantId, query -> query.tenantId("")),
            new Filters<HistoricTaskLogEntryQuery>()
                    .text("taskId", HistoricTaskLogEntryQuery::taskId)
                    .text("type", HistoricTaskLogEntryQuery::type)
                    .text("userId", HistoricTaskLogEntryQuery::userId)
                    .text("processInstanceId", HistoricTaskLogEntryQuery::processInstanceId)
                    .text("processDefinitionId", HistoricTaskLogEntryQuery::processDefinitionId)
                    .text("scopeId", HistoricTaskLogEntryQuery::scopeId)
                    .text("scopeDefinitionId", HistoricTaskLogEntryQuery::scopeDefinitionId)
                    .text("subScopeId", HistoricTaskLogEntryQuery::subScopeId)
                    .text("scopeType", HistoricTaskLogEntryQuery::scopeType)
                    .date("from", HistoricTaskLogEntryQuery::from)
                    .date("to", HistoricTaskLogEntryQuery::to)
                    .integer("fromLogNumber", (query, number) -> query.fromLogNumber(number))
                    .integer("toLogNumber", (query, number) -> query.toLogNumber(number)),
            Map.of(
                    "logNumber", HistoricTaskLogEntryQueryProperty.LOG_NUMBER,
                    "timeStamp", HistoricTaskLogEntryQueryProperty.TIME_STAMP),
            "logNumber");

    private final HistoryService history;

    TaskLog(HistoryService history) {
        this.history = history;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(history.createHistoricTaskLogEntryQuery(), caller.scope(), parameters, TaskLog::view);
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    private static ObjectNode view(HistoricTaskLogEntry entry) {
        return new JsonView()
                .put("logNumber", entry.getLogNumber())
                .put("type", entry.getType())
                .put("taskId", entry.getTaskId())
                .put("timeStamp", entry.getTimeStamp())
                .put("userId", entry.getUserId())
                .put("data", entry.getData())
                .put("executionId", entry.getExecutionId())
                .put("processInstanceId", entry.getProcessInstanceId())
                .put("processDefinitionId", entry.getProcessDefinitionId())
                .put("scopeId", entry.getScopeId())
                .put("scopeDefinitionId", entry.getScopeDefinitionId())
                .put("subScopeId", entry.getSubScopeId())
                .put("scopeType", entry.getScopeType())
                .put("tenantId", Objects.requireNonNullElse(entry.getTenantId(), ""))
                .build();
    }
}
