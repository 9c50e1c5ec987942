package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Executions;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;

/// `runtime/executions` and `query/executions`.
final class ExecutionResource {
    private static final String ONE = "/runtime/executions/{id}";

    private final Executions executions;

    ExecutionResource(Executions executions) {
        this.executions = executions;
    }

    void declare(Api api) {
        Api.Section section = api.section("Executions", Caller.ROOT);
        Lists.declare(
                section,
                "/runtime/executions",
                "/query/executions",
                "Lists executions",
                Executions.fields(),
                executions::list);
        section.get(ONE, "Reads an execution").to(Call.json(call -> executions.get(call.caller(), call.id())));
        section.get(ONE + "/activities", "Names the activities an execution is at")
                .to(Call.json(call -> executions.activities(call.caller(), call.id())));
        section.put(ONE, "Sends an execution on")
                .body(
                        Field.oneOf("action", "signal", "trigger", "messageEventReceived", "signalEventReceived")
                                .must(),
                        Field.text("messageName"),
                        Field.text("signalName"),
                        Field.variables("variables"))
                .answers(204)
                .to(Call.nothing(204, this::act));
    }

    private void act(Call call) {
        byte[] bytes = call.bytes();
        ObjectNode body = Json.asObject(Json.parse(bytes));
        executions.act(
                call.caller(),
                call.id(),
                Call.action(body),
                call.parameters(body),
                Call.variables(body),
                call.idempotencyKey(),
                bytes);
    }
}
