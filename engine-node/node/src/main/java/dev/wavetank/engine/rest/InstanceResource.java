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
import java.util.Optional;

/// `runtime/process-instances` and `query/process-instances`.
final class InstanceResource {
    private static final String ALL = "/runtime/process-instances";
    private static final String ONE = ALL + "/{id}";
    private static final String VARIABLES = ONE + "/variables";
    private static final String VARIABLE = VARIABLES + "/{name}";
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
        section.put(ONE, "Suspends or activates an instance")
                .body(Field.oneOf("action", "suspend", "activate").must())
                .to(Call.json(this::change));
        section.delete(ONE, "Ends an instance")
                .query(Field.text("deleteReason"))
                .to(Call.nothing(204, this::delete));
        variables(section);
    }

    private void variables(Api.Section section) {
        section.get(VARIABLES, "Lists an instance's variables")
                .to(Call.json(call -> instances.variables(call.caller(), call.id())));
        section.get(VARIABLE, "Reads a variable")
                .to(Call.json(call -> instances.variable(call.caller(), call.id(), call.path("name"))));
        section.post(VARIABLES, "Sets variables")
                .array(VariableFields.ALL)
                .answers(201, "application/json")
                .to(Call.json(201, this::setVariables));
        section.put(VARIABLES, "Sets variables")
                .array(VariableFields.ALL)
                .answers(201, "application/json")
                .to(Call.json(201, this::setVariables));
        section.put(VARIABLE, "Sets a variable").body(VariableFields.ALL).to(Call.json(this::setVariable));
        section.delete(VARIABLE, "Removes a variable")
                .to(Call.nothing(204, call -> instances.removeVariable(call.caller(), call.id(), call.path("name"))));
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
        boolean suspend = switch (Call.action(call.body())) {
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

    private Object setVariables(Call call) {
        return instances.setVariables(call.caller(), call.id(), call.variables());
    }

    private Object setVariable(Call call) {
        return instances
                .setVariables(call.caller(), call.id(), call.variable(call.path("name")))
                .get(0);
    }
}
