package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.TaskEdits;
import dev.wavetank.engine.flowable.Tasks;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.ArrayList;
import java.util.List;

/// `runtime/tasks` and `query/tasks`.
final class TaskResource {
    private static final String ALL = "/runtime/tasks";
    private static final String ONE = ALL + "/{id}";
    private static final List<Field> FIELDS = List.of(
            Field.text("name"),
            Field.text("description"),
            Field.text("assignee"),
            Field.text("owner"),
            Field.text("category"),
            Field.text("formKey"),
            Field.text("parentTaskId"),
            Field.oneOf("delegationState", "pending", "resolved"),
            Field.instant("dueDate"),
            Field.integer("priority"));

    private final Tasks tasks;
    private final TaskEdits edits;

    TaskResource(Tasks tasks, TaskEdits edits) {
        this.tasks = tasks;
        this.edits = edits;
    }

    void declare(Api api) {
        Api.Section section = api.section("Tasks", Caller.ROOT);
        Lists.declare(section, ALL, "/query/tasks", "Lists tasks", Tasks.fields(), tasks::list);
        section.post(ALL, "Creates a task that is part of no process")
                .body(with(Field.text("tenantId")))
                .answers(201, "application/json")
                .to(Call.json(201, this::create));
        section.put(ALL, "Changes several tasks")
                .body(with(Field.texts("taskIds").must()))
                .to(Call.json(this::updateAll));
        section.get(ONE, "Reads a task").to(Call.json(call -> tasks.get(call.caller(), call.id())));
        section.put(ONE, "Changes the fields that the body names").body(FIELDS).to(Call.json(this::update));
        section.post(ONE, "Acts on a task")
                .body(
                        Field.oneOf("action", "complete", "claim", "unclaim", "delegate", "resolve")
                                .must(),
                        Field.text("assignee"),
                        Field.text("outcome"),
                        Field.variables("variables"),
                        Field.variables("transientVariables"))
                .answers(200)
                .to(Call.nothing(200, this::act));
        section.delete(ONE, "Deletes a task that is part of no process")
                .query(Field.flag("cascadeHistory"), Field.text("deleteReason"))
                .to(Call.nothing(204, this::delete));
        section.get(ONE + "/subtasks", "Lists the tasks that are part of a task")
                .to(Call.json(call -> tasks.subtasks(call.caller(), call.id())));
        section.get(ONE + "/form", "Reads the form of a task (needs a form engine)")
                .to(Call.json(call -> {
                    throw tasks.form(call.caller(), call.id());
                }));
        new VariableCalls(section, ONE, "a task", tasks::variables).declare();
    }

    private static List<Field> with(Field more) {
        List<Field> fields = new ArrayList<>(FIELDS);
        fields.add(more);
        return fields;
    }

    private Object create(Call call) {
        ObjectNode body = call.body();
        Parameters fields = call.parameters(body);
        return edits.create(call.caller(fields), body, fields);
    }

    private Object update(Call call) {
        ObjectNode body = call.body();
        return edits.update(call.caller(), call.id(), body, call.parameters(body));
    }

    private Object updateAll(Call call) {
        ObjectNode body = call.body();
        Parameters fields = call.parameters(body);
        return edits.updateAll(call.caller(), fields.list("taskIds").orElse(List.of()), body, fields);
    }

    private void act(Call call) {
        ObjectNode body = call.body();
        tasks.act(call.caller(), call.id(), Call.action(body), body, call.parameters(body));
    }

    private void delete(Call call) {
        Parameters query = call.query();
        edits.delete(
                call.caller(),
                call.id(),
                query.flag("cascadeHistory").orElse(false),
                query.text("deleteReason").orElse(null));
    }
}
