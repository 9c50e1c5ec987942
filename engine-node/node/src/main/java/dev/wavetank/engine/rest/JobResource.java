package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.Jobs;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.HttpRouting;

/// `management/…-jobs` and `management/engine`.
final class JobResource {
    private final Engine engine;

    JobResource(Engine engine) {
        this.engine = engine;
    }

    void routes(HttpRouting.Builder routing) {
        Jobs jobs = engine.jobs();
        for (Jobs.Kind kind : Jobs.Kind.values()) {
            String path = Caller.ROOT + "/management/" + kind.path();
            routing.get(
                            path,
                            (request, response) -> Json.send(
                                    response, 200, jobs.list(caller(request), kind, Parameters.ofQuery(request))))
                    .get(
                            path + "/{id}",
                            (request, response) ->
                                    Json.send(response, 200, jobs.get(Caller.of(request), kind, id(request))))
                    .delete(path + "/{id}", (request, response) -> {
                        jobs.delete(Caller.of(request), kind, id(request));
                        response.status(204).send();
                    })
                    .post(path + "/{id}", (request, response) -> {
                        jobs.act(Caller.of(request), kind, id(request), Resources.action(body(request)));
                        response.status(204).send();
                    });
        }
        routing.get(
                Caller.ROOT + "/management/engine", (request, response) -> Json.send(response, 200, engine.about()));
    }
}
