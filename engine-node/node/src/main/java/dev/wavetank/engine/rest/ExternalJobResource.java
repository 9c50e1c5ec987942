package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.body;
import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.ExternalJobs;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.HttpRouting;

/// `/flowable-rest/external-job-api`: what external workers speak, their stock client too.
final class ExternalJobResource {
    private static final String ACQUIRED = Caller.EXTERNAL_ROOT + "/acquire/jobs";

    private final ExternalJobs jobs;

    ExternalJobResource(ExternalJobs jobs) {
        this.jobs = jobs;
    }

    void routes(HttpRouting.Builder routing) {
        routing.post(ACQUIRED, (request, response) -> {
                    Parameters parameters = Parameters.ofBody(body(request), request);
                    Json.send(response, 200, jobs.acquire(caller(request, parameters), parameters));
                })
                .get(
                        Caller.EXTERNAL_ROOT + "/jobs",
                        (request, response) ->
                                Json.send(response, 200, jobs.list(caller(request), Parameters.ofQuery(request))))
                .get(
                        Caller.EXTERNAL_ROOT + "/jobs/{id}",
                        (request, response) -> Json.send(response, 200, jobs.get(Caller.of(request), id(request))));
        report(routing, ACQUIRED + "/{id}/complete", jobs::complete);
        report(routing, ACQUIRED + "/{id}/bpmnError", jobs::bpmnError);
        report(
                routing,
                ACQUIRED + "/{id}/fail",
                (caller, id, parameters, variables) -> jobs.fail(caller, id, parameters));
        report(
                routing,
                Caller.EXTERNAL_ROOT + "/unacquire/jobs/{id}",
                (caller, id, parameters, variables) -> jobs.unacquire(caller, id, parameters));
    }

    /// What a worker says of a job it holds.
    @FunctionalInterface
    private interface Report {
        void make(Caller caller, String id, Parameters parameters, java.util.Map<String, Object> variables);
    }

    private static void report(HttpRouting.Builder routing, String path, Report report) {
        routing.post(path, (request, response) -> {
            ObjectNode body = body(request);
            Parameters parameters = Parameters.ofBody(body, request);
            report.make(Caller.of(request), id(request), parameters, VariableBodies.in(body));
            response.status(204).send();
        });
    }
}
