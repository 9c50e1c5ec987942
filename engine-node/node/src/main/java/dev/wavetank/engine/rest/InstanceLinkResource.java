package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.InstanceLinks;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `runtime/process-instances/{id}/identitylinks`.
final class InstanceLinkResource {
    private static final String ONE = "/users/{identity}/{type}";

    private final InstanceLinks links;

    InstanceLinkResource(InstanceLinks links) {
        this.links = links;
    }

    void declare(Api api) {
        Api.Section section =
                api.section("Process instances", Caller.ROOT + "/runtime/process-instances/{id}/identitylinks");
        section.get("", "Lists who has to do with an instance")
                .to(Call.json(call -> links.list(call.caller(), call.id())));
        section.post("", "Links a user to an instance")
                .body(Field.text("user").must(), Field.text("type").must())
                .answers(201, "application/json")
                .to(Call.json(201, call -> links.add(call.caller(), call.id(), call.parameters(call.body()))));
        section.get(ONE, "Reads a link")
                .to(Call.json(call -> links.get(call.caller(), call.id(), call.path("identity"), call.path("type"))));
        section.delete(ONE, "Removes a link")
                .to(Call.nothing(
                        204, call -> links.delete(call.caller(), call.id(), call.path("identity"), call.path("type"))));
    }
}
