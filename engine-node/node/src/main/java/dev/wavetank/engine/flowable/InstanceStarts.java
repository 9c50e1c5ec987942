package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.engine.runtime.ProcessInstanceBuilder;
import org.jspecify.annotations.Nullable;

/// Starts process instances, each idempotency key once.
///
/// The key is a row that is inserted in the transaction of the instance and carries its id: of two equal starts at
/// once one waits for the other at the unique key, fails, and answers with the instance of the first.
public final class InstanceStarts {
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ProcessInstances instances;
    private final InstanceViews views;
    private final IdempotencyKeys keys;
    private final TimeOrderedIds ids;
    private final Quotas quotas;
    private final SharedProcesses shared;

    InstanceStarts(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            ProcessInstances instances,
            InstanceViews views,
            IdempotencyKeys keys,
            TimeOrderedIds ids,
            Quotas quotas,
            SharedProcesses shared) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.instances = instances;
        this.views = views;
        this.keys = keys;
        this.ids = ids;
        this.quotas = quotas;
        this.shared = shared;
    }

    /// The answer to a start.
    ///
    /// @param repeated true when an earlier call with the same key had started the instance
    public record Started(ObjectNode instance, boolean repeated) {}

    /// @param request the body, as the idempotency key remembers it
    public Started start(Caller caller, ObjectNode body, Parameters parameters, Optional<String> key, byte[] request) {
        Map<String, Object> variables = VariableValues.read(body.get("variables"), "variables");
        Map<String, Object> transients = VariableValues.read(body.get("transientVariables"), "transientVariables");
        String tenant = tenant(caller, parameters);
        try {
            return Acting.as(
                    caller, () -> started(caller, body, tenant, parameters, variables, transients, key, request));
        } catch (FlowableObjectNotFoundException missing) {
            throw ProblemException.badRequest(String.valueOf(missing.getMessage()));
        }
    }

    private Started started(
            Caller caller,
            ObjectNode body,
            String tenant,
            Parameters parameters,
            Map<String, Object> variables,
            Map<String, Object> transients,
            Optional<String> key,
            byte[] request) {
        if (key.isEmpty()) {
            quotas.requireRoomForInstance(tenant);
            ProcessInstance instance =
                    builder(tenant, parameters, variables, transients, null).start();
            return new Started(view(caller, instance, body), false);
        }
        IdempotencyKeys.Key idempotency = IdempotencyKeys.key(tenant, key.get(), request);
        Optional<IdempotencyKeys.Done> earlier = keys.find(idempotency);
        if (earlier.isPresent()) return new Started(started(caller, earlier.get()), true);
        return startOnce(caller, body, tenant, parameters, variables, transients, idempotency);
    }

    private Started startOnce(
            Caller caller,
            ObjectNode body,
            String tenant,
            Parameters parameters,
            Map<String, Object> variables,
            Map<String, Object> transients,
            IdempotencyKeys.Key key) {
        quotas.requireRoomForInstance(tenant);
        String id = ids.getNextId();
        try {
            ProcessInstance instance = management.executeCommand(context -> {
                keys.claim(key, id);
                return builder(tenant, parameters, variables, transients, id).start();
            });
            return new Started(view(caller, instance, body), false);
        } catch (FlowableException | PersistenceException failed) {
            Optional<IdempotencyKeys.Done> winner = keys.find(key);
            if (winner.isEmpty()) throw failed;
            return new Started(started(caller, winner.get()), true);
        }
    }

    private ObjectNode started(Caller caller, IdempotencyKeys.Done done) {
        if (done.instance().isEmpty()) {
            throw ProblemException.refused(
                    "idempotency-key-reused", "This Idempotency-Key was used for a call that was no start.", null);
        }
        return instances.started(caller, done.instance());
    }

    private ProcessInstanceBuilder builder(
            String tenant,
            Parameters parameters,
            Map<String, Object> variables,
            Map<String, Object> transients,
            @Nullable String id) {
        ProcessInstanceBuilder builder = runtime.createProcessInstanceBuilder();
        Optional<String> definition = parameters.text("processDefinitionId");
        Optional<String> key = parameters.text("processDefinitionKey");
        Optional<String> message = parameters.text("message");
        if ((definition.isPresent() ? 1 : 0) + (key.isPresent() ? 1 : 0) + (message.isPresent() ? 1 : 0) != 1) {
            throw ProblemException.badRequest(
                    "Name exactly one of processDefinitionId, processDefinitionKey and message.");
        }
        definition.ifPresent(builder::processDefinitionId);
        Optional<ProcessDefinition> sharedOne = key.flatMap(name -> shared.runnable(tenant, name));
        if (sharedOne.isPresent()) {
            builder.processDefinitionId(sharedOne.get().getId()).overrideProcessDefinitionTenantId(tenant);
        } else {
            key.ifPresent(builder::processDefinitionKey);
        }
        message.ifPresent(builder::messageName);
        parameters.when("businessKey", builder::businessKey).when("name", builder::name);
        if (definition.isEmpty() && sharedOne.isEmpty() && !tenant.isEmpty()) builder.tenantId(tenant);
        if (id != null) builder.predefineProcessInstanceId(id);
        return builder.variables(variables).transientVariables(transients);
    }

    /// The tenant the instance will belong to: the definition's, if one is named by its id.
    private String tenant(Caller caller, Parameters parameters) {
        Optional<String> id = parameters.text("processDefinitionId");
        if (id.isEmpty()) return caller.scope().name();
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id.get())
                .singleResult();
        if (definition == null || !caller.scope().sees(Objects.requireNonNullElse(definition.getTenantId(), ""))) {
            throw ProblemException.badRequest("Cannot find a process definition with id '" + id.get() + "'.");
        }
        return Objects.requireNonNullElse(definition.getTenantId(), "");
    }

    private ObjectNode view(Caller caller, ProcessInstance instance, ObjectNode body) {
        ObjectNode view = views.of(caller, instance, null);
        if (body.path("returnVariables").asBoolean(false)) {
            view.set("variables", InstanceViews.variables(caller, instance));
        }
        return view;
    }
}
