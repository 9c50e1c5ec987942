package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import java.util.List;
import org.flowable.identitylink.api.history.HistoricIdentityLink;

/// Who had to do with an instance or a task, as JSON.
final class HistoricLinks {
    private HistoricLinks() {}

    static ArrayNode view(Caller caller, List<HistoricIdentityLink> links) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (HistoricIdentityLink link : links) {
            array.add(new JsonView()
                    .put("type", link.getType())
                    .put("userId", link.getUserId())
                    .put("groupId", link.getGroupId())
                    .put("taskId", link.getTaskId())
                    .put("taskUrl", caller.link(HistoricTasks.PATH, link.getTaskId()))
                    .put("processInstanceId", link.getProcessInstanceId())
                    .put("processInstanceUrl", caller.link(HistoricInstances.PATH, link.getProcessInstanceId()))
                    .build());
        }
        return array;
    }
}
