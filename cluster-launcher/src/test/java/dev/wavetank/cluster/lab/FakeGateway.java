package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
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
import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.api.StepWrite;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A cluster in memory: each instance does one ledger step at once and then waits for its user task. It can be
/// told to misbehave.
final class FakeGateway implements Gateway {
    /// Ways to break a promise.
    enum Vice {
        FORGETS_AN_INSTANCE,
        IGNORES_THE_IDEMPOTENCY_KEY,
        DOES_A_STEP_TWICE,
        LEAVES_A_TASK_UNDONE,
        HIDES_THE_LEDGER,
        REFUSES_THE_PROCESS
    }

    private static final String VICTIM = "order-7-3";

    private final Set<Vice> vices;
    private final Map<String, HistoricInstance> instances = new LinkedHashMap<>();
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private boolean unanswered;
    private boolean dead;

    FakeGateway(Set<Vice> vices) {
        this.vices = vices;
    }

    synchronized void kill() {
        dead = true;
    }

    @Override
    public TenantKey createTenant(String tenant) {
        return new TenantKey(tenant, "");
    }

    @Override
    public TenantAdmin tenantAdmin() {
        throw new UnsupportedOperationException("Nobody administers tenants here.");
    }

    @Override
    public List<String> tenants() {
        return List.of("lab");
    }

    @Override
    public DeployResult deploy(byte[] bpmn, String name, String tenant) {
        return vices.contains(Vice.REFUSES_THE_PROCESS)
                ? new DeployResult.Rejected(List.of(new DeployResult.Rejection("code", "step", "It has no meaning.")))
                : new DeployResult.Deployed("d", List.of(new ProcessDefinition("p:1", "p", 1, "P", "d", tenant)));
    }

    @Override
    public List<ProcessDefinition> definitions(String tenant) {
        return List.of();
    }

    @Override
    public synchronized ProcessInstance start(StartInstance start) throws ClusterException {
        String known = byKey.get(start.idempotencyKey().orElseThrow());
        String id = known;
        if (known == null || vices.contains(Vice.IGNORES_THE_IDEMPOTENCY_KEY)) {
            id = "i" + (byKey.size() + instances.size());
            byKey.put(start.idempotencyKey().orElseThrow(), id);
            begin(id, start.businessKey());
        }
        if (!unanswered) {
            unanswered = true;
            throw new ClusterException(Code.OUTCOME_UNKNOWN, "The connection broke before the answer.");
        }
        return new ProcessInstance(id, start.businessKey(), "p:1", "lab", false, false, Optional.empty());
    }

    private void begin(String id, String key) {
        instances.put(id, new HistoricInstance(id, key, "p:1", "lab", Instant.now(), Optional.empty(), ""));
        ledger.add(new LedgerEntry("lab", id, key, "step", "e-" + id, node(), 1, Instant.now(), true));
        ledger.add(new LedgerEntry("lab", id, key, "step", "e-" + id, node(), 1, Instant.now(), false));
        if (vices.contains(Vice.DOES_A_STEP_TWICE) && key.equals(VICTIM)) {
            ledger.add(new LedgerEntry("lab", id, key, "step", "e-" + id, "engine-2", 1, Instant.now(), false));
        }
    }

    private String node() {
        return dead ? "engine-2" : "engine-1";
    }

    @Override
    public Page<ProcessInstance> instances(InstanceQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Page<HistoricInstance> history(InstanceQuery query) {
        List<HistoricInstance> found = instances.values().stream()
                .filter(instance -> !vices.contains(Vice.FORGETS_AN_INSTANCE)
                        || !instance.businessKey().equals(VICTIM))
                .filter(instance -> query.finished()
                        .map(wanted -> wanted == instance.ended())
                        .orElse(true))
                .toList();
        List<HistoricInstance> page =
                found.stream().skip(query.start()).limit(query.size()).toList();
        return new Page<>(page, query.start(), found.size());
    }

    @Override
    public synchronized List<HistoricActivity> activities(String id, String tenant) {
        Instant at = instances.get(id).startTime();
        return List.of(new HistoricActivity("e-" + id, id, "step", "serviceTask", at, Optional.of(at)));
    }

    @Override
    public synchronized Page<UserTask> tasks(TaskQuery query) {
        List<UserTask> open = instances.values().stream()
                .filter(instance -> !instance.ended())
                .filter(instance -> !vices.contains(Vice.LEAVES_A_TASK_UNDONE)
                        || !instance.businessKey().equals(VICTIM))
                .map(instance -> new UserTask(
                        "t-" + instance.id(), "Do", "do", instance.id(), "p:1", "", "lab", Optional.empty()))
                .limit(query.size())
                .toList();
        return new Page<>(open, 0, open.size());
    }

    @Override
    public synchronized void completeTask(String task, Map<String, ?> variables, String tenant)
            throws ClusterException {
        HistoricInstance open = instances.get(task.substring(2));
        if (open.ended()) {
            throw new ClusterException(new dev.wavetank.engine.api.Problem(
                    "urn:wavetank:not-found", "gone", 404, "There is no such task.", null, null));
        }
        instances.put(
                open.id(),
                new HistoricInstance(
                        open.id(), open.businessKey(), "p:1", "lab", open.startTime(), Optional.of(Instant.now()), ""));
    }

    @Override
    public List<ElementCount> counts(String processDefinitionId) {
        return List.of();
    }

    @Override
    public List<ElementCount> counts(String key, String tenant) {
        return List.of(new ElementCount("step", 0, ledger.size(), 0));
    }

    @Override
    public synchronized List<LedgerEntry> ledger(String key, String tenant, int start, int size)
            throws ClusterException {
        if (vices.contains(Vice.HIDES_THE_LEDGER)) {
            throw new ClusterException(Code.GATEWAY_UNREACHABLE, "No gateway answers.");
        }
        return ledger.stream().skip(start).limit(size).toList();
    }

    @Override
    public synchronized List<StepWrite> stepWrites(String key, String tenant, int start, int size) {
        return ledger.stream()
                .filter(entry -> !entry.attempt())
                .skip(start)
                .limit(size)
                .map(entry -> new StepWrite(
                        entry.processInstanceId(), entry.activityId(), entry.node(), entry.epoch(), entry.at(), false))
                .toList();
    }

    @Override
    public synchronized List<NodeStatus> nodes() {
        return List.of(new NodeStatus(
                "engine-1",
                NodeRole.ENGINE,
                URI.create("http://127.0.0.1:1"),
                dead ? 2 : 1,
                dead ? LeaseState.DEAD : LeaseState.LIVE,
                false,
                Instant.now(),
                0,
                0));
    }

    @Override
    public void suspend(String processInstanceId, String tenant) {
        throw new UnsupportedOperationException("no experiment does this");
    }

    @Override
    public void resume(String processInstanceId, String tenant) {
        throw new UnsupportedOperationException("no experiment does this");
    }

    @Override
    public void terminate(String processInstanceId, String reason, String tenant) {
        throw new UnsupportedOperationException("no experiment does this");
    }

    @Override
    public void retry(String deadLetterId, String tenant) {
        throw new UnsupportedOperationException("no experiment does this");
    }

    @Override
    public Page<DeadLetter> deadLetters(String tenant, int start, int size) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public void drain(String node) {}

    @Override
    public Subscription events(EngineEventListener listener) {
        return () -> {};
    }
}
