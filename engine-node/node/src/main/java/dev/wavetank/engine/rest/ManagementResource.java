package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.EngineProperties;
import dev.wavetank.engine.flowable.EngineTables;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `management/engine`, and for administrators `management/properties`, `…/engine-properties` and `…/tables`.
final class ManagementResource {
    private final Engine engine;

    ManagementResource(Engine engine) {
        this.engine = engine;
    }

    void declare(Api api) {
        Api.Section section = api.section("Management", Caller.ROOT + "/management");
        section.get("/engine", "Tells the engine's name and version").to(Call.json(call -> engine.about()));
        properties(section, engine.properties());
        tables(section, engine.tables());
    }

    private static void properties(Api.Section section, EngineProperties properties) {
        String one = "/engine-properties/{name}";
        section.get("/properties", "Lists the engine's properties (administrator)")
                .to(Call.json(call -> properties.all(call.caller())));
        section.get("/engine-properties", "Lists the engine's properties (administrator)")
                .to(Call.json(call -> properties.all(call.caller())));
        section.post("/engine-properties", "Creates a property (administrator)")
                .body(Field.text("name").must(), Field.text("value").must())
                .answers(201)
                .to(Call.nothing(201, call -> properties.create(call.caller(), call.parameters(call.body()))));
        section.put(one, "Changes a property (administrator)")
                .body(Field.text("value").must())
                .answers(200)
                .to(Call.nothing(200, call -> {
                    ObjectNode body = call.body();
                    properties.update(call.caller(), call.path("name"), call.parameters(body));
                }));
        section.delete(one, "Deletes a property (administrator)")
                .to(Call.nothing(204, call -> properties.delete(call.caller(), call.path("name"))));
    }

    private static void tables(Api.Section section, EngineTables tables) {
        String one = "/tables/{name}";
        section.get("/tables", "Lists the engine's tables (administrator)")
                .to(Call.json(call -> tables.list(call.caller())));
        section.get(one, "Counts a table's rows (administrator)")
                .to(Call.json(call -> tables.get(call.caller(), call.path("name"))));
        section.get(one + "/columns", "Lists a table's columns (administrator)")
                .to(Call.json(call -> tables.columns(call.caller(), call.path("name"))));
        section.get(one + "/data", "Reads a table's rows (administrator)")
                .query(
                        Field.integer("start"),
                        Field.integer("size"),
                        Field.text("orderAscendingColumn"),
                        Field.text("orderDescendingColumn"))
                .to(Call.json(call -> tables.data(call.caller(), call.path("name"), call.query())));
    }
}
