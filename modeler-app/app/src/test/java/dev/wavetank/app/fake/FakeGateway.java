package dev.wavetank.app.fake;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.DeadLetter;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.cluster.api.EngineEventListener;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.cluster.api.ProcessInstance;
import dev.wavetank.cluster.api.StartInstance;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.api.TaskQuery;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantKey;
import dev.wavetank.cluster.api.UserTask;
import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.api.StepWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A gateway in memory: it answers a deployment with `answer`, counts with `counts`, and remembers what was
/// started.
public final class FakeGateway implements Gateway {
    /// Instances and dead letters that were acted upon.
    public final List<String> steered = new ArrayList<>();
    public List<DeadLetter> deadLetters = List.of();
    public TenantAdmin tenantAdmin = new FakeTenantAdmin();
    public final List<String> tenants = new ArrayList<>();
    public final List<StartInstance> starts = new ArrayList<>();
    public DeployResult answer = new DeployResult.Deployed(
            "d1", List.of(new ProcessDefinition("order:1:9", "order", 1, "Order", "d1", "default")));
    public List<ElementCount> counts = List.of();
    public List<ProcessDefinition> definitions = List.of();
    public Optional<ClusterException> failure = Optional.empty();

    private void fail() throws ClusterException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public TenantKey createTenant(String tenant) throws ClusterException {
        fail();
        tenants.add(tenant);
        return new TenantKey(tenant, "");
    }

    @Override
    public TenantAdmin tenantAdmin() {
        return tenantAdmin;
    }

    @Override
    public List<String> tenants() {
        return tenants;
    }

    @Override
    public DeployResult deploy(byte[] bpmn, String name, String tenant) throws ClusterException {
        fail();
        return answer;
    }

    @Override
    public List<ProcessDefinition> definitions(String tenant) {
        return definitions;
    }

    @Override
    public ProcessInstance start(StartInstance start) throws ClusterException {
        fail();
        starts.add(start);
        return new ProcessInstance(
                "i" + starts.size(), start.businessKey(), "order:1:9", start.tenant(), false, false, Optional.empty());
    }

    @Override
    public Page<ProcessInstance> instances(InstanceQuery query) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public Page<HistoricInstance> history(InstanceQuery query) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public List<HistoricActivity> activities(String processInstanceId, String tenant) {
        return List.of();
    }

    @Override
    public Page<UserTask> tasks(TaskQuery query) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public void completeTask(String taskId, Map<String, ?> variables, String tenant) {}

    @Override
    public List<ElementCount> counts(String processDefinitionId) throws ClusterException {
        fail();
        return counts;
    }

    @Override
    public List<ElementCount> counts(String processDefinitionKey, String tenant) throws ClusterException {
        fail();
        return counts;
    }

    @Override
    public List<LedgerEntry> ledger(String processDefinitionKey, String tenant, int start, int size) {
        return List.of();
    }

    @Override
    public List<StepWrite> stepWrites(String processDefinitionKey, String tenant, int start, int size) {
        return List.of();
    }

    @Override
    public List<NodeStatus> nodes() {
        return List.of();
    }

    @Override
    public void suspend(String processInstanceId, String tenant) {
        steered.add("suspend " + processInstanceId);
    }

    @Override
    public void resume(String processInstanceId, String tenant) {
        steered.add("resume " + processInstanceId);
    }

    @Override
    public void terminate(String processInstanceId, String reason, String tenant) {
        steered.add("terminate " + processInstanceId);
    }

    @Override
    public void retry(String deadLetterId, String tenant) {
        steered.add("retry " + deadLetterId);
    }

    @Override
    public Page<DeadLetter> deadLetters(String tenant, int start, int size) {
        return new Page<>(deadLetters, 0, deadLetters.size());
    }

    @Override
    public void drain(String node) {}

    @Override
    public Subscription events(EngineEventListener listener) {
        return () -> {};
    }
}
