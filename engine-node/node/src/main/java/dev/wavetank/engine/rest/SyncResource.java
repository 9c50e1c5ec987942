package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.IdentitySync;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import io.helidon.webserver.http.Handler;
import java.util.function.BiFunction;

/// `identity/user`, `identity/group` and `identity/membership`: how an organisation's system pushes its users, one
/// by one or ten thousand with a call.
final class SyncResource {
    private static final Field[] MEMBERSHIP = {Field.texts("groupIds"), Field.text("groupId")};

    private final IdentitySync sync;

    SyncResource(IdentitySync sync) {
        this.sync = sync;
    }

    void declare(Api api) {
        Api.Section section = api.section("Identity sync", Caller.ROOT + "/identity");
        many(section, "user", UserResource.FIELDS, sync::putUsers, sync::deleteUsers);
        many(section, "group", GroupResource.FIELDS, sync::putGroups, sync::deleteGroups);
        many(section, "membership", MEMBERSHIP, sync::putMemberships, sync::deleteMemberships);
        section.post("/user/{id}", "Creates or changes a user")
                .query(Field.text("tenantId"))
                .body(UserResource.FIELDS)
                .to(one((call, body) -> sync.putUser(Identities.caller(call), call.id(), body)));
        section.post("/group/{id}", "Creates or changes a group")
                .query(Field.text("tenantId"))
                .body(GroupResource.FIELDS)
                .to(one((call, body) -> sync.putGroup(Identities.caller(call), call.id(), body)));
        section.post("/membership/{id}", "Sets a user's groups, or adds one")
                .query(Field.text("tenantId"))
                .body(MEMBERSHIP)
                .to(one((call, body) -> sync.putMembership(Identities.caller(call), call.id(), body)));
        section.delete("/user/{id}", "Makes sure that there is no such user")
                .query(Field.text("tenantId"))
                .to(Call.nothing(204, call -> sync.deleteUsers(Identities.caller(call), alone(call))));
        section.delete("/group/{id}", "Makes sure that there is no such group")
                .query(Field.text("tenantId"))
                .to(Call.nothing(204, call -> sync.deleteGroups(Identities.caller(call), alone(call))));
        section.delete("/membership/{id}", "Ends a user's memberships, or one of them")
                .query(Field.text("tenantId"), Field.text("groupId"))
                .to(Call.nothing(
                        204,
                        call -> sync.deleteMembership(
                                Identities.caller(call), call.id(), call.query().text("groupId"))));
    }

    private static void many(
            Api.Section section,
            String kind,
            Field[] fields,
            BiFunction<Caller, JsonNode, ObjectNode> put,
            BiFunction<Caller, JsonNode, ObjectNode> delete) {
        section.post("/" + kind, "Creates or changes many: " + kind)
                .query(Field.text("tenantId"))
                .array(Identities.withId(fields))
                .to(Call.json(call -> put.apply(Identities.caller(call), array(call))));
        section.delete("/" + kind, "Deletes many: " + kind)
                .query(Field.text("tenantId"))
                .array(Field.text("id").must())
                .answers(200, "application/json")
                .to(Call.json(call -> delete.apply(Identities.caller(call), array(call))));
    }

    private static Handler one(BiFunction<Call, ObjectNode, ObjectNode> put) {
        return Call.json(call -> put.apply(call, call.body()));
    }

    private static JsonNode array(Call call) {
        return Json.parse(Json.bytes(call.request()));
    }

    private static JsonNode alone(Call call) {
        return Json.mapper().createArrayNode().add(call.id());
    }
}
