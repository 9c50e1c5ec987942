package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.Groups;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
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
    private final Groups groups;

    /// @param groups whose members may start what a group may start
    ProcessDefinitions(RepositoryService repository, Groups groups) {
        this.repository = repository;
        this.groups = groups;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        ProcessDefinitionQuery query = repository.createProcessDefinitionQuery();
        parameters.when(
                "startableByUser", user -> query.startableByUserOrGroups(user, groups.of(caller.scope(), user)));
        return DefinitionListing.LISTING.page(
                query, caller.scope(), parameters, definition -> view(caller, definition));
    }

    public static List<Field> fields() {
        return DefinitionListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    /// Suspends or activates a definition; other nodes hear of it within their cache's life only.
    ///
    /// @param at when it is to happen; empty for now
    public ObjectNode suspend(Caller caller, String id, boolean suspend, boolean instancesToo, Optional<Instant> at) {
        ProcessDefinition definition = require(caller, id);
        if (definition.isSuspended() == suspend) {
            throw ProblemException.conflict(
                    "Process definition with id '" + id + " ' is already " + (suspend ? "suspended" : "active"));
        }
        Date date = at.map(Date::from).orElse(null);
        if (suspend) repository.suspendProcessDefinitionById(id, instancesToo, date);
        else repository.activateProcessDefinitionById(id, instancesToo, date);
        return view(caller, definition).put("suspended", suspend);
    }

    public ObjectNode categorise(Caller caller, String id, String category) {
        ProcessDefinition definition = require(caller, id);
        repository.setProcessDefinitionCategory(id, category);
        return view(caller, definition).put("category", category);
    }

    /// The process as the engine has read it.
    public JsonNode model(Caller caller, String id) {
        return Json.mapper()
                .valueToTree(repository.getBpmnModel(require(caller, id).getId()));
    }

    /// The picture that was deployed beside the process.
    ///
    /// @throws ProblemException 400 when there is none: the engine draws none
    public InputStream image(Caller caller, String id) {
        return Optional.ofNullable(
                        repository.getProcessDiagram(require(caller, id).getId()))
                .orElseThrow(
                        () -> ProblemException.badRequest("Process definition with id '" + id + "' has no image."));
    }

    /// The decisions that the process names.
    public ArrayNode decisions(Caller caller, String id) {
        require(caller, id);
        String url = caller.link(PATH, id + "/decisions");
        ArrayNode array = Json.mapper().createArrayNode();
        repository.getDecisionsForProcessDefinition(id).forEach(decision -> {
            ObjectNode view = DecisionViews.of(String.valueOf(url), decision);
            view.remove("decisionType");
            array.add(view);
        });
        return array;
    }

    public boolean hasStartForm(Caller caller, String id) {
        return require(caller, id).hasStartFormKey();
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
