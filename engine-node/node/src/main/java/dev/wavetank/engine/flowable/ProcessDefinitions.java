package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.repository.ProcessDefinitionQuery;

/// Lists and reads process definitions.
public final class ProcessDefinitions {
    static final String PATH = "/repository/process-definitions/";

    private final RepositoryService repository;

    ProcessDefinitions(RepositoryService repository) {
        this.repository = repository;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return DefinitionListing.LISTING.page(
                repository.createProcessDefinitionQuery(),
                caller.scope(),
                parameters,
                definition -> view(caller, definition));
    }

    public static List<Field> fields() {
        return DefinitionListing.LISTING.fields();
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
        DefinitionListing.LISTING.tenant().narrow(query, caller.scope());
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
