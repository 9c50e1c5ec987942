package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.dmn.api.DecisionExecutionAuditContainer;
import org.flowable.dmn.api.DecisionServiceExecutionAuditContainer;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.api.DmnRepositoryService;
import org.flowable.dmn.api.ExecuteDecisionBuilder;
import org.jspecify.annotations.Nullable;

/// Executes decisions and decision services of the caller's tenant.
public final class Rules {
    private static final String PATH = "/dmn-rule/execute";

    private final DmnDecisionService rules;
    private final DmnRepositoryService repository;

    Rules(DmnDecisionService rules, DmnRepositoryService repository) {
        this.rules = rules;
        this.repository = repository;
    }

    /// What may be executed.
    public enum Kind {
        EITHER,
        DECISION,
        SERVICE
    }

    public ObjectNode execute(Caller caller, Kind kind, Parameters parameters, Map<String, Object> inputs) {
        ExecuteDecisionBuilder call = call(caller, parameters, inputs);
        try {
            DecisionExecutionAuditContainer audit = switch (kind) {
                case EITHER -> call.executeWithAuditTrail();
                case DECISION -> call.executeDecisionWithAuditTrail();
                case SERVICE -> call.executeDecisionServiceWithAuditTrail();
            };
            if (audit.isFailed()) {
                throw ProblemException.refused(
                        "decision-failed", "The decision could not be made: " + audit.getExceptionMessage(), null);
            }
            ArrayNode results = Json.mapper().createArrayNode();
            results(audit).forEach(result -> results.add(variables(result)));
            return answer(caller, results);
        } catch (FlowableObjectNotFoundException unknown) {
            throw ProblemException.badRequest(String.valueOf(unknown.getMessage()));
        }
    }

    /// @throws ProblemException 422 when more than one rule gave a result
    public ObjectNode executeForOne(Caller caller, Kind kind, Parameters parameters, Map<String, Object> inputs) {
        ExecuteDecisionBuilder call = call(caller, parameters, inputs);
        try {
            Map<String, Object> result = switch (kind) {
                case EITHER -> call.executeWithSingleResult();
                case DECISION -> call.executeDecisionWithSingleResult();
                case SERVICE -> call.executeDecisionServiceWithSingleResult();
            };
            return answer(caller, variables(result));
        } catch (FlowableObjectNotFoundException unknown) {
            throw ProblemException.badRequest(String.valueOf(unknown.getMessage()));
        }
    }

    private ExecuteDecisionBuilder call(Caller caller, Parameters parameters, Map<String, Object> inputs) {
        String key = parameters
                .text("decisionKey")
                .orElseThrow(() -> ProblemException.badRequest("Decision key is required."));
        ExecuteDecisionBuilder call =
                rules.createExecuteDecisionBuilder().decisionKey(key).variables(inputs);
        Optional<String> parent = parameters.text("parentDeploymentId");
        parent.ifPresent(id -> requireVisible(caller, key, id));
        parent.ifPresent(call::parentDeploymentId);
        String tenant = caller.scope().name();
        return tenant.isEmpty() ? call : call.tenantId(tenant);
    }

    private void requireVisible(Caller caller, String key, String parent) {
        boolean seen = repository.createDecisionQuery().decisionKey(key).parentDeploymentId(parent).list().stream()
                .allMatch(decision -> caller.scope().sees(decision.getTenantId()));
        if (!seen) throw ProblemException.badRequest("No decision found for key: " + key + ".");
    }

    private static List<Map<String, Object>> results(DecisionExecutionAuditContainer audit) {
        List<Map<String, Object>> results = audit instanceof DecisionServiceExecutionAuditContainer service
                ? service.getDecisionServiceResult().values().stream()
                        .flatMap(List::stream)
                        .toList()
                : audit.getDecisionResult();
        return results == null ? List.of() : results;
    }

    private static ArrayNode variables(@Nullable Map<String, Object> result) {
        ArrayNode variables = VariableValues.view(result == null ? Map.of() : result, "", null);
        variables.forEach(variable -> ((ObjectNode) variable).remove("scope"));
        return variables;
    }

    private static ObjectNode answer(Caller caller, ArrayNode results) {
        return new JsonView()
                .put("resultVariables", results)
                .put("url", caller.decision(PATH))
                .build();
    }
}
