package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.events.EventRing;
import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.policy.Policies;
import dev.wavetank.engine.policy.Scripts;
import dev.wavetank.engine.security.ProcessScreening;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.engine.repository.DeploymentQuery;
import org.flowable.validation.ValidationError;

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

    /// A file to deploy; what it is, its name says.
    public record File(String name, byte[] content) {
        ResourceKind kind() {
            return ResourceKind.of(name);
        }

        /// Whether a deployment has exactly these files.
        static boolean same(List<File> files, List<String> names, Function<String, InputStream> deployed) {
            Set<String> mine = files.stream().map(File::name).collect(Collectors.toSet());
            return mine.equals(Set.copyOf(names)) && files.stream().allMatch(file -> file.isAt(deployed));
        }

        private boolean isAt(Function<String, InputStream> deployed) {
            try (InputStream there = deployed.apply(name)) {
                return Arrays.equals(there.readAllBytes(), content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// What the caller says of a deployment.
    public record Labels(String name, Optional<String> key, Optional<String> category) {}

    /// @throws ProblemException 422 with the element at fault when a file may not or cannot run
    public ObjectNode deploy(Caller caller, Labels labels, List<File> files) {
        String tenant = caller.scope().name();
        ProcessScreening.Liberties liberties = liberties(tenant);
        for (File file : files) {
            if (file.kind() != ResourceKind.OTHER) ProcessScreening.screen(file.name(), file.content(), liberties);
            if (file.kind() == ResourceKind.PROCESS) validate(file);
        }
        quotas.requireRoomForDefinitions(tenant);
        lock.prepare(tenant);
        Deployment deployment = management.executeCommand(context -> {
            lock.hold(tenant);
            Optional<Deployment> same = latest(tenant, labels.name()).filter(one -> holds(one, files));
            if (same.isPresent()) return same.get();
            DeploymentBuilder builder =
                    repository.createDeployment().name(labels.name()).tenantId(tenant);
            labels.key().ifPresent(builder::key);
            labels.category().ifPresent(builder::category);
            files.forEach(file -> builder.addBytes(file.name(), file.content()));
            // Both were done above, once and before the tenant's lock was taken.
            return builder.disableSchemaValidation().disableBpmnValidation().deploy();
        });
        events.publish(List.of(new EventRing.Fact(
                EventType.DEPLOYED, tenant, null, null, null, null, null, "deployed " + labels.name())));
        return view(caller, deployment);
    }

    /// A shared process calls where the tenant that runs it may, so its owner needs no hosts of its own.
    private ProcessScreening.Liberties liberties(String tenant) {
        Allowance allowance = policies.of(tenant);
        return new ProcessScreening.Liberties(
                allowance.scripts() == Scripts.EXPRESSIONS,
                !allowance.egress().isEmpty() || tenant.equals(SharedProcesses.OWNER));
    }

    /// The engine's own filter of duplicates would find those of any tenant for the tenant without a name.
    private Optional<Deployment> latest(String tenant, String name) {
        DeploymentQuery query = repository.createDeploymentQuery().deploymentName(name);
        DeploymentListing.LISTING.tenant().narrow(query, new TenantScope(tenant, false));
        return query.orderByDeploymentTime().desc().listPage(0, 1).stream().findFirst();
    }

    private boolean holds(Deployment deployment, List<File> files) {
        String id = deployment.getId();
        return File.same(
                files, repository.getDeploymentResourceNames(id), name -> repository.getResourceAsStream(id, name));
    }

    private void validate(File file) {
        BpmnModel model =
                new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(file.content()), false, false);
        List<ValidationError> errors = repository.validateProcess(model).stream()
                .filter(error -> !error.isWarning())
                .toList();
        if (errors.isEmpty()) {
            checkSchema(file);
            return;
        }
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

    private static void checkSchema(File file) {
        new SchemaCheck().convertToBpmnModel(() -> new ByteArrayInputStream(file.content()), true, false);
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
        require(caller, id);
        ArrayNode array = Json.mapper().createArrayNode();
        repository.getDeploymentResourceNames(id).forEach(name -> array.add(ResourceKind.view(caller, id, name)));
        return array;
    }

    public ObjectNode resource(Caller caller, String id, String name) {
        requireResource(caller, id, name);
        return ResourceKind.view(caller, id, name);
    }

    public InputStream content(Caller caller, String id, String name) {
        requireResource(caller, id, name);
        return repository.getResourceAsStream(id, name);
    }

    private void requireResource(Caller caller, String id, String name) {
        require(caller, id);
        if (!repository.getDeploymentResourceNames(id).contains(name)) {
            throw ProblemException.notFound(
                    "Could not find a resource with id '" + name + "' in deployment '" + id + "'.");
        }
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
