package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Executions;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `runtime/executions` and `query/executions`.
final class ExecutionResource {
    private static final String EXECUTIONS = Caller.ROOT + "/runtime/executions";

    private final Executions executions;

    ExecutionResource(Executions executions) {
        this.executions = executions;
    }

    void routes(HttpRouting.Builder routing) {
        routing.get(
                        EXECUTIONS,
                        (request, response) ->
                                Json.send(response, 200, executions.list(caller(request), Parameters.ofQuery(request))))
                .post(Caller.ROOT + "/query/executions", (request, response) -> {
                    Parameters parameters = Parameters.ofBody(body(request), request);
                    Json.send(response, 200, executions.list(caller(request, parameters), parameters));
                })
                .get(
                        EXECUTIONS + "/{id}",
                        (request, response) ->
                                Json.send(response, 200, executions.get(Caller.of(request), id(request))))
                .get(
                        EXECUTIONS + "/{id}/activities",
                        (request, response) ->
                                Json.send(response, 200, executions.activities(Caller.of(request), id(request))))
                .put(EXECUTIONS + "/{id}", this::act);
    }

    private void act(ServerRequest request, ServerResponse response) {
        ObjectNode body = body(request);
        executions.act(
                Caller.of(request),
                id(request),
                Resources.action(body),
                Parameters.ofBody(body, request),
                VariableBodies.in(body));
        response.status(204).send();
    }
}
