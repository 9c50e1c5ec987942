package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.ProblemException;
import java.util.Objects;
import org.flowable.engine.HistoryService;
import org.flowable.task.api.history.HistoricTaskInstance;

/// Finds tasks whether they are open or done: what was said of a task outlives it.
final class TaskRecords {
    private final HistoryService history;

    TaskRecords(HistoryService history) {
        this.history = history;
    }

    String require(Caller caller, String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (task == null || !caller.scope().sees(Objects.requireNonNullElse(task.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a task with id '" + id + "'.");
        }
        return task.getId();
    }
}
