package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Archive;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.List;
import java.util.function.BiFunction;

/// `history/…` and the `query/historic-…` twins.
final class HistoryResource {
    private static final String INSTANCE = "/history/historic-process-instances/{id}";

    private final Archive archive;

    HistoryResource(Archive archive) {
        this.archive = archive;
    }

    void declare(Api api) {
        Api.Section section = api.section("History", Caller.ROOT);
        list(section, "process-instances", Archive.instancesFields(), archive::instances);
        list(section, "activity-instances", Archive.activitiesFields(), archive::activities);
        list(section, "task-instances", Archive.tasksFields(), archive::tasks);
        list(section, "variable-instances", Archive.variablesFields(), archive::variables);
        section.get(INSTANCE, "Reads an instance, running or ended")
                .to(Call.json(call -> archive.instance(call.caller(), call.id())));
        section.delete(INSTANCE, "Forgets an ended instance")
                .to(Call.nothing(204, call -> archive.deleteInstance(call.caller(), call.id())));
    }

    private static void list(
            Api.Section section, String name, List<Field> fields, BiFunction<Caller, Parameters, ObjectNode> list) {
        String summary = "Lists historic " + name.replace('-', ' ');
        Lists.declare(section, "/history/historic-" + name, "/query/historic-" + name, summary, fields, list);
    }
}
