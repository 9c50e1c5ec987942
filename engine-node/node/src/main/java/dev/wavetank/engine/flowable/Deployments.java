package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.events.EventRing;
import dev.wavetank.engine.policy.Policies;
import dev.wavetank.engine.policy.Scripts;
import dev.wavetank.engine.security.ProcessScreening;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.validation.ValidationError;
import org.jspecify.annotations.Nullable;

/// Deploys files and lists what was deployed.
///
/// Deployments of one tenant go one after the other, held apart by a row lock, and a deployment equal to the
/// latest of its name is answered with that one: two nodes that deployed the same file at once made version 1 and
/// 2 of it.
public final class Deployments {
    private final RepositoryService repository;
    private final ManagementService management;
    private final DeployLock lock;
    private final EventRing events;
    private final Quotas quotas;
    private final Policies policies;

    Deployments(
            RepositoryService repository,
            ManagementService management,
            DeployLock lock,
            EventRing events,
            Quotas quotas,
            Policies policies) {
        this.repository = repository;
        this.management = management;
        this.lock = lock;
        this.events = events;
        this.quotas = quotas;
        this.policies = policies;
    }

    /// A file to deploy.
    ///
    /// @param name ends with `.bpmn20.xml`, `.bpmn` or `.dmn`, by which the engine knows it
    public record File(String name, byte[] content) {
        boolean isProcess() {
            return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
        }
    }

    /// @throws ProblemException 422 with the element at fault when a file may not or cannot run
    public ObjectNode deploy(Caller caller, String name, @Nullable String category, List<File> files) {
        boolean expressions = policies.of(caller.scope().name()).scripts() == Scripts.EXPRESSIONS;
        for (File file : files) {
            ProcessScreening.screen(file.name(), file.content(), expressions);
            if (file.isProcess()) validate(file);
        }
        String tenant = caller.scope().name();
        quotas.requireRoomForDefinitions(tenant);
        lock.prepare(tenant);
        Deployment deployment = management.executeCommand(context -> {
            lock.hold(tenant);
            DeploymentBuilder builder =
                    repository.createDeployment().name(name).tenantId(tenant).enableDuplicateFiltering();
            if (category != null) builder.category(category);
            files.forEach(file -> builder.addBytes(file.name(), file.content()));
            return builder.deploy();
        });
        events.publish(List.of(
                new EventRing.Fact(EventType.DEPLOYED, tenant, null, null, null, null, null, "deployed " + name)));
        return view(caller, deployment);
    }

    private void validate(File file) {
        BpmnModel model =
                new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(file.content()), false, false);
        List<ValidationError> errors = repository.validateProcess(model).stream()
                .filter(error -> !error.isWarning())
                .toList();
        if (errors.isEmpty()) return;
        String detail = errors.stream()
                .map(error -> error.getDefaultDescription()
                        + (error.getActivityId() == null ? "" : " (" + error.getActivityId() + ")"))
                .distinct()
                .collect(Collectors.joining("; "));
        throw ProblemException.refused(
                "invalid-process",
                file.name() + ": " + detail,
                errors.stream()
                        .map(ValidationError::getActivityId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return DeploymentListing.LISTING.page(
                repository.createDeploymentQuery(), caller.scope(), parameters, deployment -> view(caller, deployment));
    }

    public static List<Field> fields() {
        return DeploymentListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void delete(Caller caller, String id, boolean cascade) {
        repository.deleteDeployment(require(caller, id).getId(), cascade);
    }

    public ArrayNode resources(Caller caller, String id) {
        Deployment deployment = require(caller, id);
        ArrayNode array = Json.mapper().createArrayNode();
        for (String name : repository.getDeploymentResourceNames(id)) {
            boolean process = name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
            array.add(new JsonView()
                    .put("id", name)
                    .put("url", caller.link("/repository/deployments/", deployment.getId() + "/resources/" + name))
                    .put(
                            "contentUrl",
                            caller.link("/repository/deployments/", deployment.getId() + "/resourcedata/" + name))
                    .put("mediaType", "text/xml")
                    .put("type", process ? "processDefinition" : "resource")
                    .build());
        }
        return array;
    }

    public InputStream resource(Caller caller, String id, String name) {
        return repository.getResourceAsStream(require(caller, id).getId(), name);
    }

    private Deployment require(Caller caller, String id) {
        Deployment deployment =
                repository.createDeploymentQuery().deploymentId(id).singleResult();
        if (deployment == null || !caller.scope().sees(Objects.requireNonNullElse(deployment.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a deployment with id '" + id + "'.");
        }
        return deployment;
    }

    private static ObjectNode view(Caller caller, Deployment deployment) {
        return new JsonView()
                .put("id", deployment.getId())
                .put("name", deployment.getName())
                .put("deploymentTime", deployment.getDeploymentTime())
                .put("category", deployment.getCategory())
                .put("parentDeploymentId", deployment.getParentDeploymentId())
                .put("url", caller.link("/repository/deployments/", deployment.getId()))
                .put("tenantId", Objects.requireNonNullElse(deployment.getTenantId(), ""))
                .build();
    }
}
