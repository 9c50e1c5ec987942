package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.HistoryJobs;
import dev.wavetank.engine.flowable.Jobs;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `management/…-jobs`.
final class JobResource {
    private static final String PLAIN = "text/plain";

    private final Jobs jobs;
    private final HistoryJobs historyJobs;

    JobResource(Jobs jobs, HistoryJobs historyJobs) {
        this.jobs = jobs;
        this.historyJobs = historyJobs;
    }

    void declare(Api api) {
        Api.Section section = api.section("Jobs", Caller.ROOT + "/management");
        for (Jobs.Kind kind : Jobs.Kind.values()) declare(section, kind);
        section.post("/deadletter-jobs", "Moves many dead letters, or none of them")
                .body(
                        Field.oneOf("action", "move", "moveToHistoryJob").must(),
                        Field.texts("jobIds").must())
                .answers(204)
                .to(Call.nothing(204, this::moveDeadLetters));
        declareHistoryJobs(section);
    }

    private void declare(Api.Section section, Jobs.Kind kind) {
        String path = "/" + kind.path();
        String one = path + "/{id}";
        String name = kind.path().replace('-', ' ');
        section.get(path, "Lists " + name)
                .query(Jobs.fields(kind))
                .to(Lists.get((caller, parameters) -> jobs.list(caller, kind, parameters)));
        section.get(one, "Reads one of the " + name).to(Call.json(call -> jobs.get(call.caller(), kind, call.id())));
        section.delete(one, "Deletes one of the " + name)
                .to(Call.nothing(204, call -> jobs.delete(call.caller(), kind, call.id())));
        section.get(one + "/exception-stacktrace", "Reads why one of the " + name + " failed")
                .answers(200, PLAIN)
                .to(Call.bytes(
                        PLAIN,
                        call -> jobs.stackTrace(call.caller(), kind, call.id()).getBytes(StandardCharsets.UTF_8)));
        if (kind == Jobs.Kind.SUSPENDED_JOBS) return;
        section.post(one, "Acts on one of the " + name)
                .body(fields(kind))
                .answers(204)
                .to(Call.nothing(204, call -> {
                    ObjectNode body = call.body();
                    Parameters parameters = call.parameters(body);
                    jobs.act(call.caller(), kind, call.id(), Call.action(body), parameters);
                }));
    }

    private static List<Field> fields(Jobs.Kind kind) {
        return switch (kind) {
            case JOBS, SUSPENDED_JOBS ->
                List.of(Field.oneOf("action", "execute").must());
            case TIMER_JOBS ->
                List.of(Field.oneOf("action", "move", "reschedule").must(), Field.instant("dueDate"));
            case DEAD_LETTER_JOBS ->
                List.of(Field.oneOf("action", "move", "moveToHistoryJob").must());
        };
    }

    private void moveDeadLetters(Call call) {
        ObjectNode body = call.body();
        List<String> ids = call.parameters(body).list("jobIds").orElse(List.of());
        jobs.moveDeadLetters(call.caller(), Call.action(body), ids);
    }

    private void declareHistoryJobs(Api.Section section) {
        String one = "/history-jobs/{id}";
        section.get("/history-jobs", "Lists jobs that write history")
                .query(HistoryJobs.fields())
                .to(Lists.get(historyJobs::list));
        section.get(one, "Reads a job that writes history")
                .to(Call.json(call -> historyJobs.get(call.caller(), call.id())));
        section.delete(one, "Deletes a job that writes history")
                .to(Call.nothing(204, call -> historyJobs.delete(call.caller(), call.id())));
        section.post(one, "Executes a job that writes history")
                .body(Field.oneOf("action", "execute").must())
                .answers(204)
                .to(Call.nothing(204, call -> historyJobs.act(call.caller(), call.id(), Call.action(call.body()))));
    }
}
