package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.flowable.InstanceStarts;
import dev.wavetank.engine.flowable.ProcessInstances;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/// `runtime/process-instances` and `query/process-instances`.
final class InstanceResource {
    private static final String ALL = "/runtime/process-instances";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST_AT_ONCE = 1000;
    private static final HeaderName KEY = HeaderNames.create(Headers.IDEMPOTENCY_KEY);

    private final ProcessInstances instances;
    private final InstanceStarts starts;

    InstanceResource(ProcessInstances instances, InstanceStarts starts) {
        this.instances = instances;
        this.starts = starts;
    }

    void declare(Api api) {
        Api.Section section = api.section("Process instances", Caller.ROOT);
        section.post(ALL, "Starts an instance")
                .body(
                        Field.text("processDefinitionId"),
                        Field.text("processDefinitionKey"),
                        Field.text("message"),
                        Field.text("businessKey"),
                        Field.text("name"),
                        Field.text("tenantId"),
                        Field.flag("returnVariables"),
                        Field.variables("variables"),
                        Field.variables("transientVariables"))
                .answers(201, "application/json")
                .or(200)
                .to(this::start);
        Lists.declare(
                section,
                ALL,
                "/query/process-instances",
                "Lists running instances",
                ProcessInstances.fields(),
                instances::list);
        section.get(ONE, "Reads a running instance").to(Call.json(call -> instances.get(call.caller(), call.id())));
        section.put(ONE, "Suspends or activates an instance, or names it anew")
                .body(Field.oneOf("action", "suspend", "activate"), Field.text("name"), Field.text("businessKey"))
                .to(Call.json(this::change));
        section.delete(ONE, "Ends an instance")
                .query(Field.text("deleteReason"))
                .to(Call.nothing(204, this::delete));
        section.post(ALL + "/delete", "Ends several instances")
                .body(
                        Field.oneOf("action", "delete").must(),
                        Field.texts("instanceIds").must(),
                        Field.text("deleteReason"))
                .answers(204)
                .to(Call.nothing(204, this::deleteAll));
        new VariableCalls(section, ONE, "an instance", instances::variables)
                .declare()
                .declareMore(201);
    }

    private void start(ServerRequest request, ServerResponse response) {
        byte[] bytes = Json.bytes(request);
        ObjectNode body = Json.asObject(Json.parse(bytes));
        Parameters parameters = Parameters.ofBody(body, request);
        Optional<String> key = request.headers().first(KEY);
        Caller caller = Caller.of(request).narrowedTo(parameters.text("tenantId"));
        InstanceStarts.Started started = starts.start(caller, body, parameters, key, bytes);
        Json.send(response, started.repeated() ? 200 : 201, started.instance());
    }

    private Object change(Call call) {
        ObjectNode body = call.body();
        Parameters fields = call.parameters(body);
        Optional<String> action = fields.text("action");
        if (action.isEmpty()) return instances.update(call.caller(), call.id(), fields);
        boolean suspend = switch (action.get()) {
            case "suspend" -> true;
            case "activate" -> false;
            default -> throw ProblemException.badRequest("action must be suspend or activate.");
        };
        return instances.suspend(call.caller(), call.id(), suspend);
    }

    private void delete(Call call) {
        String reason = call.query().text("deleteReason").orElse(null);
        instances.delete(call.caller(), call.id(), reason);
    }

    private void deleteAll(Call call) {
        Parameters fields = call.parameters(call.body());
        if (!fields.required("action").equals("delete")) throw ProblemException.badRequest("action must be delete.");
        List<String> ids = fields.list("instanceIds").orElse(List.of());
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw ProblemException.badRequest("instanceIds names between 1 and " + MOST_AT_ONCE + " instances.");
        }
        instances.deleteAll(call.caller(), ids, fields.text("deleteReason").orElse(null));
    }
}
