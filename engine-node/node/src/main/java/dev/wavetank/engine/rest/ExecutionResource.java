package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Executions;
import dev.wavetank.engine.flowable.Signals;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/// `runtime/executions` and `query/executions`.
final class ExecutionResource {
    private static final String ONE = "/runtime/executions/{id}";

    private final Executions executions;
    private final Signals signals;

    ExecutionResource(Executions executions, Signals signals) {
        this.executions = executions;
        this.signals = signals;
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
                        Field.variables("variables"),
                        Field.variables("transientVariables"))
                .or(204)
                .to(this::act);
        section.put("/runtime/executions", "Sends a signal to all executions that wait for it")
                .body(
                        Field.oneOf("action", "signalEventReceived").must(),
                        Field.text("signalName").must(),
                        Field.variables("variables"))
                .answers(204)
                .to(Call.nothing(204, this::signal));
        section.post(ONE + "/change-state", "Moves an execution to other activities")
                .body(Field.texts("startActivityIds").must())
                .answers(200)
                .to(Call.nothing(200, this::move));
        new VariableCalls(section, ONE, "an execution", executions::variables)
                .declare()
                .declareMore(204);
    }

    private void act(ServerRequest request, ServerResponse response) {
        Call call = new Call(request);
        byte[] bytes = call.bytes();
        ObjectNode body = Json.asObject(Json.parse(bytes));
        Optional<ObjectNode> now =
                executions.act(call.caller(), call.id(), body, call.parameters(body), call.idempotencyKey(), bytes);
        if (now.isPresent()) Json.send(response, 200, now.get());
        else response.status(204).send();
    }

    private void signal(Call call) {
        ObjectNode body = call.body();
        if (!Call.action(body).equals("signalEventReceived")) {
            throw ProblemException.badRequest("Without an execution, action can only be signalEventReceived.");
        }
        signals.send(call.caller(), call.parameters(body).required("signalName"), Call.variables(body));
    }

    private void move(Call call) {
        Parameters fields = call.parameters(call.body());
        executions.move(
                call.caller(), call.id(), fields.list("startActivityIds").orElse(List.of()));
    }
}
