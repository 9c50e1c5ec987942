package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.Groups;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `identity/groups` and their members.
final class GroupResource {
    static final Field[] FIELDS = {Field.text("name"), Field.text("type")};

    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    void declare(Api api) {
        Api.Section section = api.section("Groups", Caller.ROOT + "/identity/groups");
        section.get("", "Lists groups").query(Groups.fields()).to(Lists.get(groups::list));
        section.post("", "Creates a group")
                .body(Identities.withId(FIELDS))
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    return groups.create(call.caller(call.parameters(body)), body);
                }));
        section.get("/{id}", "Reads a group").to(Call.json(call -> groups.get(Identities.caller(call), call.id())));
        section.put("/{id}", "Changes a group").body(FIELDS).to(Call.json(call -> {
            ObjectNode body = call.body();
            return groups.update(call.caller(call.parameters(body)), call.id(), body);
        }));
        section.delete("/{id}", "Deletes a group")
                .to(Call.nothing(204, call -> groups.delete(Identities.caller(call), call.id())));
        section.post("/{id}/members", "Makes a user a member of a group")
                .body(Field.text("userId").must())
                .answers(201, "application/json")
                .to(Call.json(201, call -> groups.addMember(Identities.caller(call), call.id(), call.body())));
        section.delete("/{id}/members/{user}", "Ends a user's membership in a group")
                .to(Call.nothing(
                        204, call -> groups.removeMember(Identities.caller(call), call.id(), call.path("user"))));
    }
}
