package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.EngineErrors;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

/// All of Flowable's REST that this node serves, under `/flowable-rest/service`, and the external
/// workers' under `/flowable-rest/external-job-api`.
public final class Resources {
    private final Engine engine;

    public Resources(Engine engine) {
        this.engine = engine;
    }

    public void routes(HttpRouting.Builder routing) {
        EngineErrors.register(routing);
        new RepositoryResource(engine.deployments(), engine.definitions()).routes(routing);
        new InstanceResource(engine.instances(), engine.starts()).routes(routing);
        new ExecutionResource(engine.executions()).routes(routing);
        new TaskResource(engine.tasks()).routes(routing);
        new HistoryResource(engine.archive()).routes(routing);
        new JobResource(engine).routes(routing);
        new ExternalJobResource(engine.externalJobs()).routes(routing);
    }

    /// The caller of a list, narrowed by Flowable's `tenantId` in the query string.
    static Caller caller(ServerRequest request) {
        return Caller.of(request).narrowedTo(Parameters.ofQuery(request).text("tenantId"));
    }

    /// The caller of a call whose body may name the tenant.
    static Caller caller(ServerRequest request, Parameters parameters) {
        return Caller.of(request).narrowedTo(parameters.text("tenantId"));
    }

    static String id(ServerRequest request) {
        String id = request.path().pathParameters().get("id");
        if (id.length() > 255 || id.indexOf('\0') >= 0) throw ProblemException.notFound("There is no such id.");
        return id;
    }

    static String action(ObjectNode body) {
        String action = body.path("action").asText("");
        if (action.isEmpty()) throw ProblemException.badRequest("action is required.");
        return action;
    }

    static ObjectNode body(ServerRequest request) {
        return Json.body(request);
    }
}
