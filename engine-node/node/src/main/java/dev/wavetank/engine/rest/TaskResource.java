package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Tasks;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `runtime/tasks` and `query/tasks`.
final class TaskResource {
    private static final String TASKS = Caller.ROOT + "/runtime/tasks";

    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    void routes(HttpRouting.Builder routing) {
        routing.get(
                        TASKS,
                        (request, response) ->
                                Json.send(response, 200, tasks.list(caller(request), Parameters.ofQuery(request))))
                .post(Caller.ROOT + "/query/tasks", (request, response) -> {
                    Parameters parameters = Parameters.ofBody(body(request), request);
                    Json.send(response, 200, tasks.list(caller(request, parameters), parameters));
                })
                .get(
                        TASKS + "/{id}",
                        (request, response) -> Json.send(response, 200, tasks.get(Caller.of(request), id(request))))
                .put(TASKS + "/{id}", (request, response) -> {
                    ObjectNode body = body(request);
                    Parameters parameters = Parameters.ofBody(body, request);
                    Json.send(response, 200, tasks.update(Caller.of(request), id(request), body, parameters));
                })
                .post(TASKS + "/{id}", this::act)
                .get(
                        TASKS + "/{id}/variables",
                        (request, response) -> Json.send(
                                response, 200, tasks.variables(Caller.of(request), id(request), scope(request))))
                .post(TASKS + "/{id}/variables", (request, response) -> {
                    var values = VariableBodies.many(request);
                    Json.send(
                            response, 201, tasks.setVariables(Caller.of(request), id(request), values, scope(request)));
                });
    }

    private void act(ServerRequest request, ServerResponse response) {
        ObjectNode body = body(request);
        tasks.act(
                Caller.of(request),
                id(request),
                Resources.action(body),
                Parameters.ofBody(body, request),
                VariableBodies.in(body));
        response.status(200).send();
    }

    private static String scope(ServerRequest request) {
        return Parameters.ofQuery(request).text("scope").orElse("");
    }
}
