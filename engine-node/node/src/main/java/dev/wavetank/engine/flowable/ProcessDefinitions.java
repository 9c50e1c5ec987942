package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.impl.ProcessDefinitionQueryProperty;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.repository.ProcessDefinitionQuery;

/// Lists and reads process definitions.
public final class ProcessDefinitions {
    static final String PATH = "/repository/process-definitions/";

    private static final Map<String, ProcessDefinitionQueryProperty> SORTABLE = Map.of(
            "id", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_ID,
            "key", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_KEY,
            "category", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_CATEGORY,
            "name", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_NAME,
            "version", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_VERSION,
            "deploymentId", ProcessDefinitionQueryProperty.DEPLOYMENT_ID,
            "tenantId", ProcessDefinitionQueryProperty.PROCESS_DEFINITION_TENANT_ID);

    private final RepositoryService repository;

    ProcessDefinitions(RepositoryService repository) {
        this.repository = repository;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        ProcessDefinitionQuery query = repository.createProcessDefinitionQuery();
        scope(query, caller.scope());
        parameters
                .when("category", query::processDefinitionCategory)
                .when("categoryLike", query::processDefinitionCategoryLike)
                .when("categoryNotEquals", query::processDefinitionCategoryNotEquals)
                .when("key", query::processDefinitionKey)
                .when("keyLike", query::processDefinitionKeyLike)
                .when("name", query::processDefinitionName)
                .when("nameLike", query::processDefinitionNameLike)
                .when("nameLikeIgnoreCase", query::processDefinitionNameLikeIgnoreCase)
                .when("resourceName", query::processDefinitionResourceName)
                .when("resourceNameLike", query::processDefinitionResourceNameLike)
                .when("deploymentId", query::deploymentId)
                .when("parentDeploymentId", query::parentDeploymentId)
                .when("startableByUser", query::startableByUser)
                .whenTrue("latest", query::latestVersion);
        parameters.integer("version").ifPresent(query::processDefinitionVersion);
        parameters.flag("suspended").ifPresent(suspended -> {
            if (suspended) query.suspended();
            else query.active();
        });
        return Paging.page(query, parameters, SORTABLE, "name", definition -> view(caller, definition));
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    /// Suspends or activates a definition; other nodes hear of it within their cache's life only.
    public ObjectNode suspend(Caller caller, String id, boolean suspend, boolean instancesToo) {
        require(caller, id);
        if (suspend) repository.suspendProcessDefinitionById(id, instancesToo, null);
        else repository.activateProcessDefinitionById(id, instancesToo, null);
        return get(caller, id);
    }

    /// The BPMN file as it was deployed.
    public InputStream source(Caller caller, String id) {
        ProcessDefinition definition = require(caller, id);
        return repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName());
    }

    /// The latest definition of a key that the caller sees.
    public Optional<String> latest(Caller caller, String key) {
        ProcessDefinitionQuery query = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion();
        scope(query, caller.scope());
        return query.listPage(0, 1).stream().map(ProcessDefinition::getId).findFirst();
    }

    /// The ids of the boundary events: their executions wait from the start, which is no progress to show.
    public Set<String> boundaryEvents(String id) {
        return repository.getBpmnModel(id).getMainProcess().findFlowElementsOfType(BoundaryEvent.class, true).stream()
                .map(FlowElement::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    ProcessDefinition require(Caller caller, String id) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        if (definition == null || !caller.scope().sees(Objects.requireNonNullElse(definition.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a process definition with id '" + id + "'.");
        }
        return definition;
    }

    private static void scope(ProcessDefinitionQuery query, TenantScope scope) {
        if (scope.every()) return;
        if (scope.name().isEmpty()) query.processDefinitionWithoutTenantId();
        else query.processDefinitionTenantId(scope.name());
    }

    private static ObjectNode view(Caller caller, ProcessDefinition definition) {
        String resources = "/repository/deployments/" + definition.getDeploymentId() + "/resources/";
        return new JsonView()
                .put("id", definition.getId())
                .put("url", caller.link(PATH, definition.getId()))
                .put("key", definition.getKey())
                .put("version", definition.getVersion())
                .put("name", definition.getName())
                .put("description", definition.getDescription())
                .put("tenantId", Objects.requireNonNullElse(definition.getTenantId(), ""))
                .put("deploymentId", definition.getDeploymentId())
                .put("deploymentUrl", caller.link("/repository/deployments/", definition.getDeploymentId()))
                .put("resource", caller.link(resources, definition.getResourceName()))
                .put("diagramResource", caller.link(resources, definition.getDiagramResourceName()))
                .put("category", definition.getCategory())
                .put("graphicalNotationDefined", definition.hasGraphicalNotation())
                .put("suspended", definition.isSuspended())
                .put("startFormDefined", definition.hasStartFormKey())
                .build();
    }
}
