package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.dmn.api.DmnDecision;
import org.flowable.dmn.api.DmnDecisionQuery;
import org.flowable.dmn.api.DmnDeployment;
import org.flowable.dmn.api.DmnDeploymentQuery;
import org.flowable.dmn.api.DmnHistoricDecisionExecution;
import org.flowable.dmn.api.DmnHistoricDecisionExecutionQuery;
import org.flowable.dmn.engine.impl.DecisionQueryProperty;
import org.flowable.dmn.engine.impl.DeploymentQueryProperty;
import org.flowable.dmn.engine.impl.HistoricDecisionExecutionQueryProperty;

/// By what decisions, their deployments and their executions are narrowed and sorted.
final class DecisionListings {
    static final Listing<DmnDecisionQuery, DmnDecision> DECISIONS = new Listing<>(
            new TenantFilter<>(DmnDecisionQuery::decisionTenantId, DmnDecisionQuery::decisionWithoutTenantId),
            new Filters<DmnDecisionQuery>()
                    .text("category", DmnDecisionQuery::decisionCategory)
                    .text("categoryLike", DmnDecisionQuery::decisionCategoryLike)
                    .text("categoryNotEquals", DmnDecisionQuery::decisionCategoryNotEquals)
                    .text("key", DmnDecisionQuery::decisionKey)
                    .text("keyLike", DmnDecisionQuery::decisionKeyLike)
                    .text("name", DmnDecisionQuery::decisionName)
                    .text("nameLike", DmnDecisionQuery::decisionNameLike)
                    .text("resourceName", DmnDecisionQuery::decisionResourceName)
                    .text("resourceNameLike", DmnDecisionQuery::decisionResourceNameLike)
                    .text("deploymentId", DmnDecisionQuery::deploymentId)
                    .text("parentDeploymentId", DmnDecisionQuery::parentDeploymentId)
                    .text("tenantIdLike", DmnDecisionQuery::decisionTenantIdLike)
                    .text("decisionType", DmnDecisionQuery::decisionType)
                    .text("decisionTypeLike", DmnDecisionQuery::decisionTypeLike)
                    .integer("version", DmnDecisionQuery::decisionVersion)
                    .whenTrue("latest", DmnDecisionQuery::latestVersion),
            Map.of(
                    "id", DecisionQueryProperty.DECISION_ID,
                    "key", DecisionQueryProperty.DECISION_KEY,
                    "category", DecisionQueryProperty.DECISION_CATEGORY,
                    "name", DecisionQueryProperty.DECISION_NAME,
                    "version", DecisionQueryProperty.DECISION_VERSION,
                    "deploymentId", DecisionQueryProperty.DECISION_DEPLOYMENT_ID,
                    "tenantId", DecisionQueryProperty.DECISION_TENANT_ID,
                    "decisionType", DecisionQueryProperty.DECISION_TYPE),
            "name");

    static final Listing<DmnDeploymentQuery, DmnDeployment> DEPLOYMENTS = new Listing<>(
            new TenantFilter<>(DmnDeploymentQuery::deploymentTenantId, DmnDeploymentQuery::deploymentWithoutTenantId),
            new Filters<DmnDeploymentQuery>()
                    .text("name", DmnDeploymentQuery::deploymentName)
                    .text("nameLike", DmnDeploymentQuery::deploymentNameLike)
                    .text("category", DmnDeploymentQuery::deploymentCategory)
                    .text("categoryNotEquals", DmnDeploymentQuery::deploymentCategoryNotEquals)
                    .text("parentDeploymentId", DmnDeploymentQuery::parentDeploymentId)
                    .text("parentDeploymentIdLike", DmnDeploymentQuery::parentDeploymentIdLike)
                    .text("tenantIdLike", DmnDeploymentQuery::deploymentTenantIdLike),
            Map.of(
                    "id", DeploymentQueryProperty.DEPLOYMENT_ID,
                    "name", DeploymentQueryProperty.DEPLOYMENT_NAME,
                    "deployTime", DeploymentQueryProperty.DEPLOY_TIME,
                    "tenantId", DeploymentQueryProperty.DEPLOYMENT_TENANT_ID),
            "id");

    static final Listing<DmnHistoricDecisionExecutionQuery, DmnHistoricDecisionExecution> EXECUTIONS = new Listing<>(
            new TenantFilter<>(
                    DmnHistoricDecisionExecutionQuery::tenantId, DmnHistoricDecisionExecutionQuery::withoutTenantId),
            new Filters<DmnHistoricDecisionExecutionQuery>()
                    .text("id", DmnHistoricDecisionExecutionQuery::id)
                    .text("decisionDefinitionId", DmnHistoricDecisionExecutionQuery::decisionDefinitionId)
                    .text("deploymentId", DmnHistoricDecisionExecutionQuery::deploymentId)
                    .text("decisionKey", DmnHistoricDecisionExecutionQuery::decisionKey)
                    .text("activityId", DmnHistoricDecisionExecutionQuery::activityId)
                    .text("executionId", DmnHistoricDecisionExecutionQuery::executionId)
                    .text("instanceId", DmnHistoricDecisionExecutionQuery::instanceId)
                    .text("scopeType", DmnHistoricDecisionExecutionQuery::scopeType)
                    .text(
                            "processInstanceIdWithChildren",
                            DmnHistoricDecisionExecutionQuery::processInstanceIdWithChildren)
                    .text("caseInstanceIdWithChildren", DmnHistoricDecisionExecutionQuery::caseInstanceIdWithChildren)
                    .text("tenantIdLike", DmnHistoricDecisionExecutionQuery::tenantIdLike)
                    .whenTrue("withoutScopeType", DmnHistoricDecisionExecutionQuery::withoutScopeType)
                    .either("failed", query -> query.failed(true), query -> query.failed(false)),
            Map.of(
                    "startTime", HistoricDecisionExecutionQueryProperty.START_TIME,
                    "endTime", HistoricDecisionExecutionQueryProperty.END_TIME,
                    "tenantId", HistoricDecisionExecutionQueryProperty.TENANT_ID),
            "startTime");

    private DecisionListings() {}
}
