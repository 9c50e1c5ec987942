package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.HistoricActivities;
import dev.wavetank.engine.flowable.HistoricTasks;
import dev.wavetank.engine.flowable.HistoricVariables;
import dev.wavetank.engine.flowable.TaskLog;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.List;
import java.util.function.BiFunction;

/// `history/…` and the `query/historic-…` twins, but for [HistoricInstanceResource].
final class HistoryResource {
    static final String BYTES = "application/octet-stream";

    private final HistoricActivities activities;
    private final HistoricTasks tasks;
    private final HistoricVariables variables;
    private final TaskLog log;

    HistoryResource(Engine engine) {
        this.activities = engine.historicActivities();
        this.tasks = engine.historicTasks();
        this.variables = engine.historicVariables();
        this.log = engine.taskLog();
    }

    void declare(Api api) {
        Api.Section section = api.section("History", Caller.ROOT);
        list(section, "activity-instances", HistoricActivities.fields(), activities::list);
        list(section, "task-instances", HistoricTasks.fields(), tasks::list);
        list(section, "variable-instances", HistoricVariables.fields(), variables::list);
        list(section, "detail", HistoricVariables.detailFields(), variables::details);
        section.get("/history/historic-variable-instances/{id}/data", "Reads a binary variable")
                .answers(200, BYTES)
                .to(Call.bytes(BYTES, call -> variables.data(call.caller(), call.id())));
        section.get("/history/historic-detail/{id}/data", "Reads the binary variable of a detail")
                .answers(200, BYTES)
                .to(Call.bytes(BYTES, call -> variables.detailData(call.caller(), call.id())));
        section.get("/history/historic-task-log-entries", "Lists the log of changes of tasks")
                .query(TaskLog.fields())
                .to(Lists.get(log::list));
        tasks(section);
    }

    private void tasks(Api.Section section) {
        String one = "/history/historic-task-instances/{id}";
        section.get(one, "Reads a task, open or done").to(Call.json(call -> tasks.get(call.caller(), call.id())));
        section.delete(one, "Forgets a task").to(Call.nothing(204, call -> tasks.delete(call.caller(), call.id())));
        section.get(one + "/identitylinks", "Lists who had to do with a task")
                .to(Call.json(call -> tasks.identityLinks(call.caller(), call.id())));
        section.get(one + "/variables/{name}/data", "Reads a binary variable of a task")
                .query(Field.oneOf("scope", "local", "global"))
                .answers(200, BYTES)
                .to(Call.bytes(
                        BYTES,
                        call -> tasks.variableData(
                                call.caller(),
                                call.id(),
                                call.path("name"),
                                call.query().text("scope").orElse(""))));
        section.get(one + "/form", "Reads the form of a task (needs a form engine)")
                .to(Call.json(call -> {
                    throw tasks.form(call.caller(), call.id());
                }));
    }

    static void list(
            Api.Section section, String name, List<Field> fields, BiFunction<Caller, Parameters, ObjectNode> list) {
        String summary = "Lists historic " + name.replace('-', ' ');
        Lists.declare(section, "/history/historic-" + name, "/query/historic-" + name, summary, fields, list);
    }
}
