package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.util.Objects;
import org.flowable.dmn.api.DmnDecision;
import org.flowable.dmn.api.DmnDeployment;
import org.flowable.dmn.api.DmnHistoricDecisionExecution;

/// Decisions, their deployments and executions as JSON.
final class DecisionViews {
    private DecisionViews() {}

    static ObjectNode of(String url, DmnDecision decision) {
        return new JsonView()
                .put("id", decision.getId())
                .put("url", url)
                .put("category", decision.getCategory())
                .put("name", decision.getName())
                .put("key", decision.getKey())
                .put("description", decision.getDescription())
                .put("version", decision.getVersion())
                .put("resourceName", decision.getResourceName())
                .put("deploymentId", decision.getDeploymentId())
                .put("tenantId", Objects.requireNonNullElse(decision.getTenantId(), ""))
                .put("decisionType", decision.getDecisionType())
                .build();
    }

    static ObjectNode of(Caller caller, DmnDeployment deployment) {
        return new JsonView()
                .put("id", deployment.getId())
                .put("name", deployment.getName())
                .put("deploymentTime", deployment.getDeploymentTime())
                .put("category", deployment.getCategory())
                .put("url", caller.decision("/dmn-repository/deployments/" + deployment.getId()))
                .put("parentDeploymentId", deployment.getParentDeploymentId())
                .put("tenantId", Objects.requireNonNullElse(deployment.getTenantId(), ""))
                .build();
    }

    static ObjectNode of(Caller caller, DmnHistoricDecisionExecution execution) {
        return new JsonView()
                .put("id", execution.getId())
                .put("url", caller.decision("/dmn-history/historic-decision-executions/" + execution.getId()))
                .put("decisionDefinitionId", execution.getDecisionDefinitionId())
                .put("deploymentId", execution.getDeploymentId())
                .put("activityId", execution.getActivityId())
                .put("executionId", execution.getExecutionId())
                .put("instanceId", execution.getInstanceId())
                .put("scopeType", execution.getScopeType())
                .put("failed", execution.isFailed())
                .put("startTime", execution.getStartTime())
                .put("endTime", execution.getEndTime())
                .put("tenantId", Objects.requireNonNullElse(execution.getTenantId(), ""))
                .put("decisionKey", execution.getDecisionKey())
                .put("decisionName", execution.getDecisionName())
                .put("decisionVersion", execution.getDecisionVersion())
                .build();
    }
}
