package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.Batches;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import java.nio.charset.StandardCharsets;

/// `management/batches` and `management/batch-parts`.
final class BatchResource {
    private static final String JSON = "application/json";

    private final Batches batches;

    BatchResource(Batches batches) {
        this.batches = batches;
    }

    void declare(Api api) {
        Api.Section section = api.section("Batches", Caller.ROOT + "/management");
        section.get("/batches", "Lists batches").query(Batches.fields()).to(Lists.get(batches::list));
        section.get("/batches/{id}", "Reads a batch").to(Call.json(call -> batches.get(call.caller(), call.id())));
        section.delete("/batches/{id}", "Deletes a batch")
                .to(Call.nothing(204, call -> batches.delete(call.caller(), call.id())));
        section.get("/batches/{id}/batch-document", "Reads what a batch is to do")
                .to(Call.bytes(
                        JSON, call -> batches.document(call.caller(), call.id()).getBytes(StandardCharsets.UTF_8)));
        section.get("/batches/{id}/batch-parts", "Lists the parts of a batch")
                .query(Field.text("status"))
                .to(Call.json(call ->
                        batches.parts(call.caller(), call.id(), call.query().text("status"))));
        section.get("/batch-parts/{id}", "Reads a part of a batch")
                .to(Call.json(call -> batches.part(call.caller(), call.id())));
        section.get("/batch-parts/{id}/batch-part-document", "Reads what became of a part of a batch")
                .to(Call.bytes(
                        JSON,
                        call -> batches.partDocument(call.caller(), call.id()).getBytes(StandardCharsets.UTF_8)));
    }
}
