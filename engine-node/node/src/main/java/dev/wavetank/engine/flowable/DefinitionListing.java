package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.impl.ProcessDefinitionQueryProperty;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.repository.ProcessDefinitionQuery;

/// By what process definitions are narrowed and sorted.
final class DefinitionListing {
    static final Listing<ProcessDefinitionQuery, ProcessDefinition> LISTING = new Listing<>(
            new TenantFilter<>(
                    ProcessDefinitionQuery::processDefinitionTenantId,
                    ProcessDefinitionQuery::processDefinitionWithoutTenantId),
            new Filters<ProcessDefinitionQuery>()
                    .text("category", ProcessDefinitionQuery::processDefinitionCategory)
                    .text("categoryLike", ProcessDefinitionQuery::processDefinitionCategoryLike)
                    .text("categoryNotEquals", ProcessDefinitionQuery::processDefinitionCategoryNotEquals)
                    .text("key", ProcessDefinitionQuery::processDefinitionKey)
                    .text("keyLike", ProcessDefinitionQuery::processDefinitionKeyLike)
                    .text("name", ProcessDefinitionQuery::processDefinitionName)
                    .text("nameLike", ProcessDefinitionQuery::processDefinitionNameLike)
                    .text("nameLikeIgnoreCase", ProcessDefinitionQuery::processDefinitionNameLikeIgnoreCase)
                    .text("resourceName", ProcessDefinitionQuery::processDefinitionResourceName)
                    .text("resourceNameLike", ProcessDefinitionQuery::processDefinitionResourceNameLike)
                    .text("deploymentId", ProcessDefinitionQuery::deploymentId)
                    .text("parentDeploymentId", ProcessDefinitionQuery::parentDeploymentId)
                    .text("startableByUser", ProcessDefinitionQuery::startableByUser)
                    .whenTrue("latest", ProcessDefinitionQuery::latestVersion)
                    .integer("version", ProcessDefinitionQuery::processDefinitionVersion)
                    .either("suspended", ProcessDefinitionQuery::suspended, ProcessDefinitionQuery::active),
            Map.of(
                    "id", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_ID,
                    "key", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_KEY,
                    "category", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_CATEGORY,
                    "name", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_NAME,
                    "version", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_VERSION,
                    "deploymentId", ProcessDefinitionQueryProperty.DEPLOYMENT_ID,
                    "tenantId", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_TENANT_ID),
            "name");

    private DefinitionListing() {}
}
