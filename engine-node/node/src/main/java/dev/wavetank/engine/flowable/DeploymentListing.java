package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.impl.DeploymentQueryProperty;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.DeploymentQuery;

/// By what deployments are narrowed and sorted.
final class DeploymentListing {
    static final Listing<DeploymentQuery, Deployment> LISTING = new Listing<>(
            new TenantFilter<>(DeploymentQuery::deploymentTenantId, DeploymentQuery::deploymentWithoutTenantId),
            new Filters<DeploymentQuery>()
                    .text("name", DeploymentQuery::deploymentName)
                    .text("nameLike", DeploymentQuery::deploymentNameLike)
                    .text("category", DeploymentQuery::deploymentCategory)
                    .text("categoryNotEquals", DeploymentQuery::deploymentCategoryNotEquals)
                    .text("parentDeploymentId", DeploymentQuery::parentDeploymentId)
                    .text("parentDeploymentIdLike", DeploymentQuery::parentDeploymentIdLike)
                    .text("tenantIdLike", DeploymentQuery::deploymentTenantIdLike),
            Map.of(
                    "id", DeploymentQueryProperty.DEPLOYMENT_ID,
                    "name", DeploymentQueryProperty.DEPLOYMENT_NAME,
                    "deployTime", DeploymentQueryProperty.DEPLOY_TIME,
                    "tenantId", DeploymentQueryProperty.DEPLOYMENT_TENANT_ID),
            "id");

    private DeploymentListing() {}
}
