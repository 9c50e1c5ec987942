package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.util.List;
import org.flowable.dmn.api.DmnDecision;
import org.flowable.dmn.api.DmnHistoricDecisionExecution;
import org.flowable.dmn.api.DmnHistoryService;
import org.flowable.dmn.api.DmnRepositoryService;

/// Lists and reads decisions, and the record of their executions.
public final class Decisions {
    private final DmnRepositoryService repository;
    private final DmnHistoryService history;

    Decisions(DmnRepositoryService repository, DmnHistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    /// @param path of the list the answer's links lead to: decisions stand under their old name too
    public ObjectNode list(Caller caller, String path, Parameters parameters) {
        return DecisionListings.DECISIONS.page(
                repository.createDecisionQuery(), caller.scope(), parameters, decision -> view(caller, path, decision));
    }

    public static List<Field> fields() {
        return DecisionListings.DECISIONS.fields();
    }

    public ObjectNode get(Caller caller, String path, String id) {
        return view(caller, path, require(caller, id));
    }

    public InputStream source(Caller caller, String id) {
        DmnDecision decision = require(caller, id);
        return repository.getResourceAsStream(decision.getDeploymentId(), decision.getResourceName());
    }

    /// The decision as the engine has read it.
    public JsonNode model(Caller caller, String id) {
        return Json.mapper()
                .valueToTree(repository.getDmnDefinition(require(caller, id).getId()));
    }

    public ObjectNode executions(Caller caller, Parameters parameters) {
        return DecisionListings.EXECUTIONS.page(
                history.createHistoricDecisionExecutionQuery(),
                caller.scope(),
                parameters,
                execution -> DecisionViews.of(caller, execution));
    }

    public static List<Field> executionFields() {
        return DecisionListings.EXECUTIONS.fields();
    }

    public ObjectNode execution(Caller caller, String id) {
        return DecisionViews.of(caller, requireExecution(caller, id));
    }

    /// What went in, which rules were hit and what came out.
    public String audit(Caller caller, String id) {
        return requireExecution(caller, id).getExecutionJson();
    }

    private static ObjectNode view(Caller caller, String path, DmnDecision decision) {
        return DecisionViews.of(caller.decision("/dmn-repository/" + path + "/" + decision.getId()), decision);
    }

    private DmnDecision require(Caller caller, String id) {
        DmnDecision decision = repository.createDecisionQuery().decisionId(id).singleResult();
        if (decision == null || !caller.scope().sees(decision.getTenantId())) {
            throw ProblemException.notFound("Could not find a decision with id '" + id + "'.");
        }
        return decision;
    }

    private DmnHistoricDecisionExecution requireExecution(Caller caller, String id) {
        DmnHistoricDecisionExecution execution =
                history.createHistoricDecisionExecutionQuery().id(id).singleResult();
        if (execution == null || !caller.scope().sees(execution.getTenantId())) {
            throw ProblemException.notFound("Could not find a decision execution with id '" + id + "'");
        }
        return execution;
    }
}
