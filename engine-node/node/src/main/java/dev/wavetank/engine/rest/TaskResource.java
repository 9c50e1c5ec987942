package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Tasks;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `runtime/tasks` and `query/tasks`.
final class TaskResource {
    private static final String ONE = "/runtime/tasks/{id}";
    private static final String VARIABLES = ONE + "/variables";
    private static final Field SCOPE = Field.oneOf("scope", "local", "global");

    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    void declare(Api api) {
        Api.Section section = api.section("Tasks", Caller.ROOT);
        Lists.declare(section, "/runtime/tasks", "/query/tasks", "Lists tasks", Tasks.fields(), tasks::list);
        section.get(ONE, "Reads a task").to(Call.json(call -> tasks.get(call.caller(), call.id())));
        section.put(ONE, "Changes the fields that the body names")
                .body(
                        Field.text("assignee"),
                        Field.text("owner"),
                        Field.text("name"),
                        Field.text("description"),
                        Field.text("category"),
                        Field.instant("dueDate"),
                        Field.integer("priority"))
                .to(Call.json(this::update));
        section.post(ONE, "Acts on a task")
                .body(
                        Field.oneOf("action", "complete", "claim", "unclaim", "delegate", "resolve")
                                .must(),
                        Field.text("assignee"),
                        Field.variables("variables"))
                .answers(200)
                .to(Call.nothing(200, this::act));
        section.get(VARIABLES, "Lists a task's variables")
                .query(SCOPE)
                .to(Call.json(call -> tasks.variables(call.caller(), call.id(), scope(call))));
        section.post(VARIABLES, "Sets variables of a task")
                .query(SCOPE)
                .array(VariableFields.ALL)
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    var values = call.variables();
                    return tasks.setVariables(call.caller(), call.id(), values, scope(call));
                }));
    }

    private Object update(Call call) {
        ObjectNode body = call.body();
        return tasks.update(call.caller(), call.id(), body, call.parameters(body));
    }

    private void act(Call call) {
        ObjectNode body = call.body();
        tasks.act(call.caller(), call.id(), Call.action(body), call.parameters(body), Call.variables(body));
    }

    private static String scope(Call call) {
        return call.query().text("scope").orElse("");
    }
}
