package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.impl.ExecutionQueryProperty;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ExecutionQuery;

/// By what executions are narrowed and sorted.
final class ExecutionListing {
    private static final VariableConditions<ExecutionQuery> VARIABLES = new VariableConditions<>(
            ExecutionQuery::variableValueEquals,
            ExecutionQuery::variableValueEquals,
            ExecutionQuery::variableValueNotEquals,
            ExecutionQuery::variableValueEqualsIgnoreCase,
            ExecutionQuery::variableValueNotEqualsIgnoreCase,
            ExecutionQuery::variableValueGreaterThan,
            ExecutionQuery::variableValueGreaterThanOrEqual,
            ExecutionQuery::variableValueLessThan,
            ExecutionQuery::variableValueLessThanOrEqual,
            ExecutionQuery::variableValueLike,
            ExecutionQuery::variableValueLikeIgnoreCase);

    private static final VariableConditions<ExecutionQuery> PROCESS_VARIABLES = new VariableConditions<>(
            ExecutionQuery::processVariableValueEquals,
            ExecutionQuery::processVariableValueEquals,
            ExecutionQuery::processVariableValueNotEquals,
            ExecutionQuery::processVariableValueEqualsIgnoreCase,
            ExecutionQuery::processVariableValueNotEqualsIgnoreCase,
            null,
            null,
            null,
            null,
            ExecutionQuery::processVariableValueLike,
            ExecutionQuery::processVariableValueLikeIgnoreCase);

    static final Listing<ExecutionQuery, Execution> LISTING = new Listing<>(
            new TenantFilter<>(ExecutionQuery::executionTenantId, ExecutionQuery::executionWithoutTenantId),
            new Filters<ExecutionQuery>()
                    .text("id", ExecutionQuery::executionId)
                    .json(Field.objects("variables"), VARIABLES::apply)
                    .json(Field.objects("processInstanceVariables"), PROCESS_VARIABLES::apply)
                    .text("tenantIdLike", ExecutionQuery::executionTenantIdLike)
                    .text("activityId", ExecutionQuery::activityId)
                    .text("parentId", ExecutionQuery::parentId)
                    .text("processInstanceId", ExecutionQuery::processInstanceId)
                    .text("processBusinessKey", ExecutionQuery::processInstanceBusinessKey)
                    .text("processInstanceBusinessKey", ExecutionQuery::processInstanceBusinessKey)
                    .text("processDefinitionId", ExecutionQuery::processDefinitionId)
                    .text("processDefinitionKey", ExecutionQuery::processDefinitionKey)
                    .text("messageEventSubscriptionName", ExecutionQuery::messageEventSubscriptionName)
                    .text("signalEventSubscriptionName", ExecutionQuery::signalEventSubscriptionName),
            Map.of(
                    "processDefinitionId", ExecutionQueryProperty.PROCESS_DEFINITION_ID,
                    "processDefinitionKey", ExecutionQueryProperty.PROCESS_DEFINITION_KEY,
                    "processInstanceId", ExecutionQueryProperty.PROCESS_INSTANCE_ID,
                    "tenantId", ExecutionQueryProperty.TENANT_ID),
            "processInstanceId");

    private ExecutionListing() {}
}
