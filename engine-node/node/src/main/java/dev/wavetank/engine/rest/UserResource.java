package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.Identity;
import dev.wavetank.engine.identity.Pictures;
import dev.wavetank.engine.identity.UserInfos;
import dev.wavetank.engine.identity.Users;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Multipart;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `identity/users` with their info and pictures.
final class UserResource {
    static final Field[] FIELDS = {
        Field.text("firstName"),
        Field.text("lastName"),
        Field.text("displayName"),
        Field.text("email"),
        Field.text("password")
    };

    private final Users users;
    private final UserInfos infos;
    private final Pictures pictures;

    UserResource(Identity identity) {
        this.users = identity.users();
        this.infos = identity.infos();
        this.pictures = identity.pictures();
    }

    void declare(Api api) {
        Api.Section section = api.section("Users", Caller.ROOT + "/identity/users");
        section.get("", "Lists users").query(Users.fields()).to(Lists.get(users::list));
        section.post("", "Creates a user")
                .body(Identities.withId(FIELDS))
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    return users.create(call.caller(call.parameters(body)), body);
                }));
        section.get("/{id}", "Reads a user").to(Call.json(call -> users.get(Identities.caller(call), call.id())));
        section.put("/{id}", "Changes a user").body(FIELDS).to(Call.json(call -> {
            ObjectNode body = call.body();
            return users.update(call.caller(call.parameters(body)), call.id(), body);
        }));
        section.delete("/{id}", "Deletes a user")
                .to(Call.nothing(204, call -> users.delete(Identities.caller(call), call.id())));
        infos(section);
        pictures(section);
    }

    private void infos(Api.Section section) {
        String one = "/{id}/info/{key}";
        section.get("/{id}/info", "Lists the keys of what else is known of a user")
                .to(Call.json(call -> infos.list(Identities.caller(call), call.id())));
        section.post("/{id}/info", "Adds to what is known of a user")
                .body(Field.text("key").must(), Field.text("value").must())
                .answers(201, "application/json")
                .to(Call.json(201, call -> infos.create(Identities.caller(call), call.id(), call.body())));
        section.get(one, "Reads what is known of a user")
                .to(Call.json(call -> infos.get(Identities.caller(call), call.id(), call.path("key"))));
        section.put(one, "Changes what is known of a user")
                .body(Field.text("value").must())
                .to(Call.json(call -> infos.update(Identities.caller(call), call.id(), call.path("key"), call.body())));
        section.delete(one, "Deletes what is known of a user")
                .to(Call.nothing(204, call -> infos.delete(Identities.caller(call), call.id(), call.path("key"))));
    }

    private void pictures(Api.Section section) {
        section.get("/{id}/picture", "Reads a user's picture")
                .answers(200, "image/*")
                .to(this::picture);
        section.put("/{id}/picture", "Sets a user's picture")
                .form(Field.file("file").must())
                .answers(204)
                .to(Call.nothing(204, call -> {
                    Multipart.Part file = Uploads.file(call);
                    Pictures.Picture picture = new Pictures.Picture(file.type(), file.content());
                    pictures.set(Identities.caller(call), call.id(), picture);
                }));
    }

    private void picture(ServerRequest request, ServerResponse response) {
        Call call = new Call(request);
        Pictures.Picture picture = pictures.get(Identities.caller(call), call.id());
        response.header(HeaderNames.CONTENT_TYPE, picture.type());
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.send(picture.content());
    }
}
