package dev.wavetank.engine.flowable;

import dev.wavetank.engine.policy.Policies;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;

/// Processes that an administrator deployed once, for the owner `shared`, and that tenants on the list of each may
/// run as if they were their own. The instances belong to the tenant.
final class SharedProcesses {
    static final String OWNER = "shared";

    private final RepositoryService repository;
    private final Policies policies;

    SharedProcesses(RepositoryService repository, Policies policies) {
        this.repository = repository;
        this.policies = policies;
    }

    /// The shared process that a start by key means; nothing if the tenant has a process of its own, or may not.
    Optional<ProcessDefinition> runnable(String tenant, String key) {
        if (tenant.isEmpty() || !policies.shared(tenant).contains(key) || has(tenant, key)) return Optional.empty();
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .processDefinitionTenantId(OWNER)
                .latestVersion()
                .singleResult());
    }

    private boolean has(String tenant, String key) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .processDefinitionTenantId(tenant)
                        .count()
                > 0;
    }
}
