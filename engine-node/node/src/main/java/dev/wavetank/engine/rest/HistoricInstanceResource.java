package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.HistoricInstances;
import dev.wavetank.engine.flowable.InstanceComments;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;

/// `history/historic-process-instances` with comments.
final class HistoricInstanceResource {
    private static final String ALL = "/history/historic-process-instances";
    private static final String ONE = ALL + "/{id}";

    private final HistoricInstances instances;
    private final InstanceComments comments;

    HistoricInstanceResource(HistoricInstances instances, InstanceComments comments) {
        this.instances = instances;
        this.comments = comments;
    }

    void declare(Api api) {
        Api.Section section = api.section("History", Caller.ROOT);
        HistoryResource.list(section, "process-instances", HistoricInstances.fields(), instances::list);
        section.post(ALL + "/delete", "Forgets many ended instances, or none of them")
                .body(
                        Field.oneOf("action", "delete").must(),
                        Field.texts("instanceIds").must())
                .answers(204)
                .to(Call.nothing(204, this::deleteAll));
        section.get(ONE, "Reads an instance, running or ended")
                .to(Call.json(call -> instances.get(call.caller(), call.id())));
        section.delete(ONE, "Forgets an ended instance")
                .to(Call.nothing(204, call -> instances.delete(call.caller(), call.id())));
        section.get(ONE + "/identitylinks", "Lists who had to do with an instance")
                .to(Call.json(call -> instances.identityLinks(call.caller(), call.id())));
        section.get(ONE + "/variables/{name}/data", "Reads a binary variable of an instance")
                .answers(200, HistoryResource.BYTES)
                .to(Call.bytes(
                        HistoryResource.BYTES,
                        call -> instances.variableData(call.caller(), call.id(), call.path("name"))));
        comments(section);
    }

    private void deleteAll(Call call) {
        ObjectNode body = call.body();
        List<String> ids = call.parameters(body).list("instanceIds").orElse(List.of());
        String action = Call.action(body);
        if (!action.equals("delete")) throw ProblemException.badRequest("Illegal action: '" + action + "'.");
        instances.deleteAll(call.caller(), ids);
    }

    private void comments(Api.Section section) {
        String one = ONE + "/comments/{comment}";
        section.get(ONE + "/comments", "Lists the comments on an instance")
                .to(Call.json(call -> comments.list(call.caller(), call.id())));
        section.post(ONE + "/comments", "Comments on an instance")
                .body(Field.text("message").must(), Field.flag("saveProcessInstanceId"))
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    return comments.create(call.caller(), call.id(), call.parameters(body));
                }));
        section.get(one, "Reads a comment on an instance")
                .to(Call.json(call -> comments.get(call.caller(), call.id(), call.path("comment"))));
        section.delete(one, "Deletes a comment on an instance")
                .to(Call.nothing(204, call -> comments.delete(call.caller(), call.id(), call.path("comment"))));
    }
}
