package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.InstanceChanges;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.List;

/// What moves running instances: `change-state`, `evaluate-conditions`, and `migrate` for one or for all.
final class InstanceChangeResource {
    private static final List<Field> MIGRATION = List.of(
            Field.text("toProcessDefinitionId"),
            Field.text("toProcessDefinitionKey"),
            Field.integer("toProcessDefinitionVersion"),
            Field.objects("activityMappings"),
            Field.object("processInstanceVariables"));

    private final InstanceChanges changes;

    InstanceChangeResource(InstanceChanges changes) {
        this.changes = changes;
    }

    void declare(Api api) {
        Api.Section section = api.section("Process instances", Caller.ROOT + "/runtime/process-instances/{id}");
        section.post("/change-state", "Moves an instance from activities to others")
                .body(
                        Field.texts("cancelActivityIds").must(),
                        Field.texts("startActivityIds").must())
                .answers(200)
                .to(Call.nothing(200, this::move));
        section.post("/evaluate-conditions", "Evaluates the conditional events of an instance")
                .answers(200)
                .to(Call.nothing(200, call -> changes.evaluateConditions(call.caller(), call.id())));
        section.post("/migrate", "Migrates an instance to another version of its process")
                .body(MIGRATION)
                .answers(200)
                .to(Call.nothing(200, call -> changes.migrate(call.caller(), call.id(), call.body())));
        section.post("/migrate/validate", "Tells whether an instance could be migrated")
                .body(MIGRATION)
                .to(Call.json(call -> changes.tryMigration(call.caller(), call.id(), call.body())));
        ofDefinition(api.section("Process definitions", Caller.ROOT + "/repository/process-definitions/{id}"));
    }

    private void ofDefinition(Api.Section section) {
        section.post("/migrate", "Migrates all instances of a definition, or none")
                .body(MIGRATION)
                .answers(200)
                .to(Call.nothing(200, call -> changes.migrateAll(call.caller(), call.id(), call.body())));
        section.post("/batch-migrate", "Migrates all instances of a definition in jobs, each by itself")
                .body(MIGRATION)
                .answers(200)
                .to(Call.nothing(200, call -> changes.migrateInBatch(call.caller(), call.id(), call.body())));
        section.post("/migrate/validate", "Tells whether all instances of a definition could be migrated")
                .body(MIGRATION)
                .to(Call.json(call -> changes.tryMigrationOfAll(call.caller(), call.id(), call.body())));
    }

    private void move(Call call) {
        Parameters fields = call.parameters(call.body());
        changes.move(
                call.caller(),
                call.id(),
                fields.list("cancelActivityIds").orElse(List.of()),
                fields.list("startActivityIds").orElse(List.of()));
    }
}
