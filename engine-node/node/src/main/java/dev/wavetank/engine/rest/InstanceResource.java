package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.flowable.InstanceStarts;
import dev.wavetank.engine.flowable.ProcessInstances;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// `runtime/process-instances` and `query/process-instances`.
final class InstanceResource {
    private static final String INSTANCES = Caller.ROOT + "/runtime/process-instances";
    private static final HeaderName KEY = HeaderNames.create(Headers.IDEMPOTENCY_KEY);

    private final ProcessInstances instances;
    private final InstanceStarts starts;

    InstanceResource(ProcessInstances instances, InstanceStarts starts) {
        this.instances = instances;
        this.starts = starts;
    }

    void routes(HttpRouting.Builder routing) {
        routing.post(INSTANCES, this::start)
                .get(
                        INSTANCES,
                        (request, response) ->
                                Json.send(response, 200, instances.list(caller(request), Parameters.ofQuery(request))))
                .post(Caller.ROOT + "/query/process-instances", (request, response) -> {
                    Parameters parameters = Parameters.ofBody(body(request), request);
                    Json.send(response, 200, instances.list(caller(request, parameters), parameters));
                })
                .get(
                        INSTANCES + "/{id}",
                        (request, response) -> Json.send(response, 200, instances.get(Caller.of(request), id(request))))
                .put(INSTANCES + "/{id}", this::change)
                .delete(INSTANCES + "/{id}", (request, response) -> {
                    String reason =
                            Parameters.ofQuery(request).text("deleteReason").orElse(null);
                    instances.delete(Caller.of(request), id(request), reason);
                    response.status(204).send();
                })
                .get(
                        INSTANCES + "/{id}/variables",
                        (request, response) ->
                                Json.send(response, 200, instances.variables(Caller.of(request), id(request))))
                .get(
                        INSTANCES + "/{id}/variables/{name}",
                        (request, response) -> Json.send(
                                response, 200, instances.variable(Caller.of(request), id(request), name(request))))
                .post(INSTANCES + "/{id}/variables", (request, response) -> setVariables(request, response, 201))
                .put(INSTANCES + "/{id}/variables", (request, response) -> setVariables(request, response, 201))
                .put(INSTANCES + "/{id}/variables/{name}", this::setVariable)
                .delete(INSTANCES + "/{id}/variables/{name}", (request, response) -> {
                    instances.removeVariable(Caller.of(request), id(request), name(request));
                    response.status(204).send();
                });
    }

    private void start(ServerRequest request, ServerResponse response) {
        byte[] bytes = Json.bytes(request);
        ObjectNode body = Json.asObject(Json.parse(bytes));
        Parameters parameters = Parameters.ofBody(body, request);
        Optional<String> key = request.headers().first(KEY);
        InstanceStarts.Started started = starts.start(caller(request, parameters), body, parameters, key, bytes);
        Json.send(response, started.repeated() ? 200 : 201, started.instance());
    }

    private void change(ServerRequest request, ServerResponse response) {
        boolean suspend = switch (Resources.action(body(request))) {
            case "suspend" -> true;
            case "activate" -> false;
            default -> throw ProblemException.badRequest("action must be suspend or activate.");
        };
        Json.send(response, 200, instances.suspend(Caller.of(request), id(request), suspend));
    }

    private void setVariables(ServerRequest request, ServerResponse response, int status) {
        Json.send(
                response,
                status,
                instances.setVariables(Caller.of(request), id(request), VariableBodies.many(request)));
    }

    private void setVariable(ServerRequest request, ServerResponse response) {
        Json.send(
                response,
                200,
                instances
                        .setVariables(Caller.of(request), id(request), VariableBodies.one(request, name(request)))
                        .get(0));
    }

    private static String name(ServerRequest request) {
        return request.path().pathParameters().get("name");
    }
}
