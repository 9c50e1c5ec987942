package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.ExternalJobs;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.Map;

/// `/flowable-rest/external-job-api`: what external workers speak, their stock client too.
final class ExternalJobResource {
    private static final String ACQUIRED = "/acquire/jobs";

    private final ExternalJobs jobs;

    ExternalJobResource(ExternalJobs jobs) {
        this.jobs = jobs;
    }

    void declare(Api api) {
        Api.Section section = api.section("External worker jobs", Caller.EXTERNAL_ROOT);
        section.post(ACQUIRED, "Fetches and locks jobs of a topic")
                .body(
                        Field.text("topic").must(),
                        Field.text("lockDuration").must(),
                        Field.text("workerId").must(),
                        Field.integer("numberOfTasks"),
                        Field.integer("numberOfRetries"),
                        Field.oneOf("scopeType", "bpmn", "cmmn"),
                        Field.text("tenantId"))
                .to(Call.json(call -> {
                    Parameters parameters = call.parameters(call.body());
                    return jobs.acquire(call.caller(parameters), parameters);
                }));
        section.get("/jobs", "Lists external worker jobs")
                .query(ExternalJobs.fields())
                .to(Lists.get(jobs::list));
        section.get("/jobs/{id}", "Reads an external worker job")
                .to(Call.json(call -> jobs.get(call.caller(), call.id())));
        report(
                section,
                ACQUIRED + "/{id}/complete",
                "Reports a job as done",
                jobs::complete,
                Field.variables("variables"));
        report(
                section,
                ACQUIRED + "/{id}/bpmnError",
                "Ends a job with a BPMN error",
                jobs::bpmnError,
                Field.text("errorCode"),
                Field.variables("variables"));
        report(
                section,
                ACQUIRED + "/{id}/fail",
                "Reports that a job failed",
                (caller, id, parameters, variables) -> jobs.fail(caller, id, parameters),
                Field.text("errorMessage"),
                Field.text("errorDetails"),
                Field.integer("retries"),
                Field.text("retryTimeout"));
        report(
                section,
                ACQUIRED + "/{id}/cmmnTerminate",
                "Ends the plan item of a case (there are no cases in this cluster)",
                (caller, id, parameters, variables) -> jobs.terminate(caller, id),
                Field.variables("variables"));
        section.post("/unacquire/jobs", "Gives all jobs of a worker back undone")
                .body(Field.text("workerId").must(), Field.text("tenantId"))
                .answers(204)
                .to(Call.nothing(204, call -> {
                    Parameters parameters = call.parameters(call.body());
                    jobs.unacquireAll(call.caller(parameters), parameters);
                }));
        report(
                section,
                "/unacquire/jobs/{id}",
                "Gives a job back undone",
                (caller, id, parameters, variables) -> jobs.unacquire(caller, id, parameters));
    }

    /// What a worker says of a job it holds.
    @FunctionalInterface
    private interface Report {
        void make(Caller caller, String id, Parameters parameters, Map<String, Object> variables);
    }

    private static void report(Api.Section section, String path, String summary, Report report, Field... more) {
        Field[] fields = new Field[more.length + 1];
        fields[0] = Field.text("workerId").must();
        System.arraycopy(more, 0, fields, 1, more.length);
        section.post(path, summary).body(fields).answers(204).to(Call.nothing(204, call -> {
            ObjectNode body = call.body();
            report.make(call.caller(), call.id(), call.parameters(body), Call.variables(body));
        }));
    }
}
