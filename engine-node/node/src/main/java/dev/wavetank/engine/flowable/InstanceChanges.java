package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.migration.ProcessInstanceMigrationDocument;
import org.flowable.engine.migration.ProcessInstanceMigrationDocumentConverter;
import org.flowable.engine.migration.ProcessInstanceMigrationValidationResult;
import org.flowable.engine.runtime.ChangeActivityStateBuilder;

/// Moves running instances to other activities, and to other versions of their process.
public final class InstanceChanges {
    /// What a migration may say. The engine also knows scripts and Java classes to run before and after it: code
    /// of the caller's.
    private static final Set<String> MIGRATION = Set.of(
            "toProcessDefinitionId",
            "toProcessDefinitionKey",
            "toProcessDefinitionVersion",
            "toProcessDefinitionTenantId",
            "activityMappings",
            "enableActivityMappings",
            "processInstanceVariables");

    private final RuntimeService runtime;
    private final ProcessMigrationService migrations;
    private final ProcessInstances instances;
    private final ProcessDefinitions definitions;

    InstanceChanges(
            RuntimeService runtime,
            ProcessMigrationService migrations,
            ProcessInstances instances,
            ProcessDefinitions definitions) {
        this.runtime = runtime;
        this.migrations = migrations;
        this.instances = instances;
        this.definitions = definitions;
    }

    /// One activity to several, or several to one.
    public void move(Caller caller, String id, List<String> from, List<String> to) {
        instances.require(caller, id);
        if (from.isEmpty() || to.isEmpty() || (from.size() > 1 && to.size() > 1)) {
            throw ProblemException.badRequest(
                    "cancelActivityIds and startActivityIds: one activity to several, or several to one.");
        }
        ChangeActivityStateBuilder move =
                runtime.createChangeActivityStateBuilder().processInstanceId(id);
        if (from.size() == 1) move.moveSingleActivityIdToActivityIds(from.getFirst(), to);
        else move.moveActivityIdsToSingleActivityId(from, to.getFirst());
        Acting.as(caller, move::changeState);
    }

    public void evaluateConditions(Caller caller, String id) {
        instances.require(caller, id);
        Acting.as(caller, () -> runtime.evaluateConditionalEvents(id));
    }

    /// @param document as Flowable defines it; the definition it names must be the caller's
    public void migrate(Caller caller, String id, ObjectNode document) {
        String tenant = Objects.requireNonNullElse(instances.require(caller, id).getTenantId(), "");
        ProcessInstanceMigrationDocument migration = checked(caller, document, tenant);
        Acting.as(caller, () -> migrations.migrateProcessInstance(id, migration));
    }

    /// Whether an instance could be migrated as it is now.
    public ObjectNode tryMigration(Caller caller, String id, ObjectNode document) {
        String tenant = Objects.requireNonNullElse(instances.require(caller, id).getTenantId(), "");
        return view(migrations.validateMigrationForProcessInstance(id, checked(caller, document, tenant)));
    }

    /// Migrates all instances of a definition, or none of them.
    public void migrateAll(Caller caller, String definition, ObjectNode document) {
        ProcessInstanceMigrationDocument migration = ofDefinition(caller, definition, document);
        Acting.as(caller, () -> migrations.migrateProcessInstancesOfProcessDefinition(definition, migration));
    }

    /// Migrates all instances of a definition in jobs, each by itself: `management/batches` tells how far they are.
    public void migrateInBatch(Caller caller, String definition, ObjectNode document) {
        ProcessInstanceMigrationDocument migration = ofDefinition(caller, definition, document);
        Acting.as(caller, () -> migrations.batchMigrateProcessInstancesOfProcessDefinition(definition, migration));
    }

    /// Whether all instances of a definition could be migrated as they are now.
    public ObjectNode tryMigrationOfAll(Caller caller, String definition, ObjectNode document) {
        return view(migrations.validateMigrationForProcessInstancesOfProcessDefinition(
                definition, ofDefinition(caller, definition, document)));
    }

    private static ObjectNode view(ProcessInstanceMigrationValidationResult result) {
        ObjectNode view = Json.object().put("valid", result.isMigrationValid());
        result.getValidationMessages().forEach(view.putArray("messages")::add);
        return view;
    }

    private ProcessInstanceMigrationDocument ofDefinition(Caller caller, String definition, ObjectNode document) {
        String tenant = Objects.requireNonNullElse(
                definitions.require(caller, definition).getTenantId(), "");
        return checked(caller, document, tenant);
    }

    private ProcessInstanceMigrationDocument checked(Caller caller, ObjectNode document, String tenant) {
        document.fieldNames().forEachRemaining(field -> {
            if (!MIGRATION.contains(field)) {
                throw ProblemException.refused("migration-refused", "A migration may not say " + field + ".", null);
            }
        });
        checkTarget(caller, document, tenant);
        try {
            return ProcessInstanceMigrationDocumentConverter.convertFromJson(document.toString());
        } catch (RuntimeException malformed) {
            // The engine's converter takes the shape for granted and casts.
            throw ProblemException.badRequest("The migration document is malformed: activityMappings is an array of"
                    + " objects, processInstanceVariables an object.");
        }
    }

    private void checkTarget(Caller caller, ObjectNode document, String tenant) {
        JsonNode definition = document.path("toProcessDefinitionId");
        if (definition.isTextual()) {
            definitions.require(caller, definition.asText());
        } else if (document.path("toProcessDefinitionKey").isTextual()) {
            // A key alone would be looked for among the definitions without a tenant.
            if (tenant.isEmpty()) document.remove("toProcessDefinitionTenantId");
            else document.put("toProcessDefinitionTenantId", tenant);
        } else {
            throw ProblemException.badRequest("Name a toProcessDefinitionId or a toProcessDefinitionKey.");
        }
    }
}
