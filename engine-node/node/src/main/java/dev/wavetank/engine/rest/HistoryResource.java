package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Archive;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.HttpRouting;
import java.util.function.BiFunction;

/// `history/…` and the `query/historic-…` twins.
final class HistoryResource {
    private final Archive archive;

    HistoryResource(Archive archive) {
        this.archive = archive;
    }

    void routes(HttpRouting.Builder routing) {
        list(routing, "historic-process-instances", archive::instances);
        list(routing, "historic-activity-instances", archive::activities);
        list(routing, "historic-task-instances", archive::tasks);
        list(routing, "historic-variable-instances", archive::variables);
        String instances = Caller.ROOT + "/history/historic-process-instances/{id}";
        routing.get(
                        instances,
                        (request, response) ->
                                Json.send(response, 200, archive.instance(Caller.of(request), id(request))))
                .delete(instances, (request, response) -> {
                    archive.deleteInstance(Caller.of(request), id(request));
                    response.status(204).send();
                });
    }

    private static void list(
            HttpRouting.Builder routing, String name, BiFunction<Caller, Parameters, ObjectNode> list) {
        routing.get(
                        Caller.ROOT + "/history/" + name,
                        (request, response) ->
                                Json.send(response, 200, list.apply(caller(request), Parameters.ofQuery(request))))
                .post(Caller.ROOT + "/query/" + name, (request, response) -> {
                    Parameters parameters = Parameters.ofBody(body(request), request);
                    Json.send(response, 200, list.apply(caller(request, parameters), parameters));
                });
    }
}
