package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.ActivityInstances;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.EventSubscriptions;
import dev.wavetank.engine.flowable.Signals;
import dev.wavetank.engine.flowable.VariableInstances;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// What is neither instance, execution nor task: signals, event subscriptions, and the lists of all variables and
/// activities.
final class RuntimeResource {
    private final Signals signals;
    private final VariableInstances variables;
    private final EventSubscriptions subscriptions;
    private final ActivityInstances activities;

    RuntimeResource(Engine engine) {
        this.signals = engine.signals();
        this.variables = engine.variableInstances();
        this.subscriptions = engine.eventSubscriptions();
        this.activities = engine.activityInstances();
    }

    void declare(Api api) {
        Api.Section section = api.section("Runtime", Caller.ROOT);
        section.post("/runtime/signals", "Sends a signal to all that wait for it")
                .body(
                        Field.text("signalName").must(),
                        Field.text("tenantId"),
                        Field.flag("async"),
                        Field.variables("variables"))
                .answers(204)
                .or(202)
                .to(this::signal);
        Lists.declare(
                section,
                "/runtime/variable-instances",
                "/query/variable-instances",
                "Lists variables",
                VariableInstances.fields(),
                variables::list);
        section.get("/runtime/variable-instances/{id}/data", "Reads the content of a binary variable")
                .answers(200, Call.BINARY)
                .to(Call.bytes(Call.BINARY, call -> variables.data(call.caller(), call.id())));
        section.get("/runtime/event-subscriptions", "Lists what waits for messages and signals")
                .query(EventSubscriptions.fields())
                .to(Lists.get(subscriptions::list));
        section.get("/runtime/event-subscriptions/{id}", "Reads an event subscription")
                .to(Call.json(call -> subscriptions.get(call.caller(), call.id())));
        Lists.declare(
                section,
                "/runtime/activity-instances",
                "/query/activity-instances",
                "Lists the activities of running instances",
                ActivityInstances.fields(),
                activities::list);
    }

    private void signal(ServerRequest request, ServerResponse response) {
        Call call = new Call(request);
        ObjectNode body = call.body();
        Parameters fields = call.parameters(body);
        Map<String, Object> values = Call.variables(body);
        boolean async = fields.flag("async").orElse(false);
        Caller caller = call.caller(fields);
        if (async) signals.sendAsync(caller, fields.required("signalName"), values);
        else signals.send(caller, fields.required("signalName"), values);
        response.status(async ? 202 : 204).send();
    }
}
