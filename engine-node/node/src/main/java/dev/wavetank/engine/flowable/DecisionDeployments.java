package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.security.ProcessScreening;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.flowable.dmn.api.DmnDeployment;
import org.flowable.dmn.api.DmnDeploymentQuery;
import org.flowable.dmn.api.DmnRepositoryService;
import org.flowable.engine.ManagementService;

/// Deploys decisions by themselves, without a process. Those of one tenant go one after the other, as deployments
/// of processes do.
public final class DecisionDeployments {
    private final DmnRepositoryService repository;
    private final ManagementService management;
    private final DeployLock lock;

    DecisionDeployments(DmnRepositoryService repository, ManagementService management, DeployLock lock) {
        this.repository = repository;
        this.management = management;
        this.lock = lock;
    }

    public ObjectNode deploy(Caller caller, String name, byte[] content) {
        ProcessScreening.screen(name, content, ProcessScreening.Liberties.NONE);
        String tenant = caller.scope().name();
        lock.prepare(tenant);
        DmnDeployment deployment = management.executeCommand(context -> {
            lock.hold(tenant);
            Deployments.File file = new Deployments.File(name, content);
            return latest(tenant, name)
                    .filter(one -> holds(one, file))
                    .orElseGet(() -> repository
                            .createDeployment()
                            .name(name)
                            .tenantId(tenant)
                            .addDmnBytes(name, content)
                            .deploy());
        });
        return DecisionViews.of(caller, deployment);
    }

    private Optional<DmnDeployment> latest(String tenant, String name) {
        DmnDeploymentQuery query = repository.createDeploymentQuery().deploymentName(name);
        DecisionListings.DEPLOYMENTS.tenant().narrow(query, new TenantScope(tenant, false));
        return query.orderByDeploymentTime().desc().listPage(0, 1).stream().findFirst();
    }

    private boolean holds(DmnDeployment deployment, Deployments.File file) {
        String id = deployment.getId();
        return Deployments.File.same(
                List.of(file),
                repository.getDeploymentResourceNames(id),
                name -> repository.getResourceAsStream(id, name));
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return DecisionListings.DEPLOYMENTS.page(
                repository.createDeploymentQuery(),
                caller.scope(),
                parameters,
                deployment -> DecisionViews.of(caller, deployment));
    }

    public static List<Field> fields() {
        return DecisionListings.DEPLOYMENTS.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return DecisionViews.of(caller, require(caller, id));
    }

    public void delete(Caller caller, String id) {
        repository.deleteDeployment(require(caller, id).getId());
    }

    public InputStream resource(Caller caller, String id, String name) {
        require(caller, id);
        if (!repository.getDeploymentResourceNames(id).contains(name)) {
            throw ProblemException.notFound(
                    "Could not find a resource with id '" + name + "' in deployment '" + id + "'.");
        }
        return repository.getResourceAsStream(id, name);
    }

    private DmnDeployment require(Caller caller, String id) {
        DmnDeployment deployment =
                repository.createDeploymentQuery().deploymentId(id).singleResult();
        if (deployment == null || !caller.scope().sees(deployment.getTenantId())) {
            throw ProblemException.notFound("Could not find a DMN deployment with id '" + id + "'.");
        }
        return deployment;
    }
}
