package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Models;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;

/// `repository/models`.
final class ModelResource {
    private static final String BYTES = "application/octet-stream";
    private static final Field[] FIELDS = {
        Field.text("name"),
        Field.text("key"),
        Field.text("category"),
        Field.integer("version"),
        Field.text("metaInfo"),
        Field.text("deploymentId"),
        Field.text("tenantId")
    };

    private final Models models;

    ModelResource(Models models) {
        this.models = models;
    }

    void declare(Api api) {
        Api.Section section = api.section("Models", Caller.ROOT + "/repository/models");
        section.get("", "Lists models").query(Models.fields()).to(Lists.get(models::list));
        section.post("", "Creates a model")
                .body(FIELDS)
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    Parameters parameters = call.parameters(body);
                    return models.create(call.caller(parameters), body, parameters);
                }));
        section.get("/{id}", "Reads a model").to(Call.json(call -> models.get(call.caller(), call.id())));
        section.put("/{id}", "Changes a model").body(FIELDS).to(Call.json(call -> {
            ObjectNode body = call.body();
            Parameters parameters = call.parameters(body);
            return models.update(call.caller(parameters), call.id(), body, parameters);
        }));
        section.delete("/{id}", "Deletes a model")
                .to(Call.nothing(204, call -> models.delete(call.caller(), call.id())));
        sources(section);
    }

    private void sources(Api.Section section) {
        section.get("/{id}/source", "Reads a model's source")
                .answers(200, BYTES)
                .to(Call.bytes(BYTES, call -> models.source(call.caller(), call.id())));
        section.put("/{id}/source", "Writes a model's source")
                .form(Field.file("file").must())
                .answers(204)
                .to(Call.nothing(
                        204,
                        call -> models.setSource(
                                call.caller(), call.id(), Uploads.file(call).content())));
        section.get("/{id}/source-extra", "Reads a model's second source, such as its picture")
                .answers(200, BYTES)
                .to(Call.bytes(BYTES, call -> models.extra(call.caller(), call.id())));
        section.put("/{id}/source-extra", "Writes a model's second source")
                .form(Field.file("file").must())
                .answers(204)
                .to(Call.nothing(
                        204,
                        call -> models.setExtra(
                                call.caller(), call.id(), Uploads.file(call).content())));
    }
}
