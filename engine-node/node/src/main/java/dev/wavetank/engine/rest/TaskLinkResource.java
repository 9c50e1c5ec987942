package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.TaskLinks;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `runtime/tasks/{id}/identitylinks`.
final class TaskLinkResource {
    private static final String ONE = "/{family}/{identity}/{type}";

    private final TaskLinks links;

    TaskLinkResource(TaskLinks links) {
        this.links = links;
    }

    void declare(Api api) {
        Api.Section section = api.section("Task identity links", Caller.ROOT + "/runtime/tasks/{id}/identitylinks");
        section.get("", "Lists who has to do with a task").to(Call.json(call -> links.list(call.caller(), call.id())));
        section.post("", "Links a user or a group to a task")
                .body(
                        Field.text("user"),
                        Field.text("group"),
                        Field.text("type").must())
                .answers(201, "application/json")
                .to(Call.json(201, call -> links.add(call.caller(), call.id(), call.parameters(call.body()))));
        section.get("/{family}", "Lists the users, or the groups, of a task")
                .to(Call.json(call -> links.list(call.caller(), call.id(), call.path("family"))));
        section.get(ONE, "Reads a link")
                .to(Call.json(call -> links.get(
                        call.caller(), call.id(), call.path("family"), call.path("identity"), call.path("type"))));
        section.delete(ONE, "Removes a link")
                .to(Call.nothing(
                        204,
                        call -> links.delete(
                                call.caller(),
                                call.id(),
                                call.path("family"),
                                call.path("identity"),
                                call.path("type"))));
    }
}
