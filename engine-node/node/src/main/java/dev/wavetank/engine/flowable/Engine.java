package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.egress.Destinations;
import dev.wavetank.engine.egress.EgressClient;
import dev.wavetank.engine.events.EventRing;
import dev.wavetank.engine.identity.Identity;
import dev.wavetank.engine.ledger.Ledger;
import dev.wavetank.engine.policy.Policies;
import dev.wavetank.engine.policy.Scripts;
import dev.wavetank.engine.web.JsonView;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.engine.ProcessEngine;

/// The running engine of this node, and what it offers to the REST resources.
public final class Engine implements AutoCloseable {
    private static final long SWEEP_SECONDS = 2;

    private final EngineConfiguration configuration;
    private final ProcessEngine engine;
    private final DeployLock deployLock;
    private final Deployments deployments;
    private final ProcessInstances instances;
    private final InstanceStarts starts;
    private final Identity identity;
    private final OnceOnly once;
    private final SharedProcesses shared;
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());

    /// Builds the engine on a schema that is there already; its job executor is not started yet.
    ///
    /// @param fenced  the engine's own connections, checked before each commit
    /// @param outside connections that commit by themselves
    /// @param egress  makes the calls of HTTP tasks
    public Engine(
            String node, DataSource fenced, DataSource outside, Ledger ledger, EventRing events, EgressClient egress) {
        Policies policies = new Policies(outside);
        this.configuration = new EngineConfiguration(fenced, node)
                .withScriptsOf(tenant -> policies.of(tenant).scripts() == Scripts.EXPRESSIONS)
                .withOutside(new HttpTask.Outside(
                        egress, tenant -> new Destinations(policies.of(tenant).egress()), ledger))
                .with(Map.of("ledger", new LedgerDelegate(ledger)), new EventTap(events));
        this.engine = configuration.buildProcessEngine();
        OrphanedJobs orphans = new OrphanedJobs(fenced, node, configuration.workers()::memory);
        sweeps.scheduleWithFixedDelay(() -> sweep(orphans), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        this.identity = Identity.on(outside);
        this.deployLock = new DeployLock(outside);
        Quotas quotas = new Quotas(policies, outside);
        IdempotencyKeys keys = new IdempotencyKeys(outside);
        this.once = new OnceOnly(engine.getManagementService(), keys);
        this.shared = new SharedProcesses(engine.getRepositoryService(), policies);
        this.deployments = new Deployments(
                engine.getRepositoryService(), engine.getManagementService(), deployLock, events, quotas, policies);
        InstanceViews views = new InstanceViews(engine.getRepositoryService());
        this.instances = new ProcessInstances(engine.getRuntimeService(), engine.getHistoryService(), views);
        this.starts = new InstanceStarts(
                engine.getRuntimeService(),
                engine.getRepositoryService(),
                engine.getManagementService(),
                instances,
                views,
                keys,
                new TimeOrderedIds(Clock.systemUTC()),
                quotas,
                shared);
    }

    private void sweep(OrphanedJobs orphans) {
        if (executorActive()) orphans.sweep();
    }

    public Deployments deployments() {
        return deployments;
    }

    public ProcessDefinitions definitions() {
        return new ProcessDefinitions(engine.getRepositoryService(), identity.groups());
    }

    public DefinitionLinks definitionLinks() {
        return new DefinitionLinks(engine.getRepositoryService(), definitions());
    }

    public ProcessInstances instances() {
        return instances;
    }

    public InstanceStarts starts() {
        return starts;
    }

    public InstanceChanges instanceChanges() {
        return new InstanceChanges(
                engine.getRuntimeService(), engine.getProcessMigrationService(), instances, definitions());
    }

    public InstanceLinks instanceLinks() {
        return new InstanceLinks(engine.getRuntimeService(), instances);
    }

    public Executions executions() {
        return new Executions(engine.getRuntimeService(), once);
    }

    public Signals signals() {
        return new Signals(engine.getRuntimeService());
    }

    public VariableInstances variableInstances() {
        return new VariableInstances(engine.getRuntimeService(), engine.getManagementService());
    }

    public EventSubscriptions eventSubscriptions() {
        return new EventSubscriptions(engine.getRuntimeService());
    }

    public ActivityInstances activityInstances() {
        return new ActivityInstances(engine.getRuntimeService());
    }

    public Tasks tasks() {
        return new Tasks(engine.getTaskService(), engine.getRuntimeService(), identity.groups());
    }

    public Identity identity() {
        return identity;
    }

    public HistoricInstances historicInstances() {
        return new HistoricInstances(engine.getHistoryService(), engine.getRepositoryService());
    }

    public HistoricActivities historicActivities() {
        return new HistoricActivities(engine.getHistoryService());
    }

    public HistoricTasks historicTasks() {
        return new HistoricTasks(engine.getHistoryService());
    }

    public HistoricVariables historicVariables() {
        return new HistoricVariables(engine.getHistoryService(), engine.getManagementService());
    }

    public TaskLog taskLog() {
        return new TaskLog(engine.getHistoryService());
    }

    public InstanceComments comments() {
        return new InstanceComments(engine.getTaskService(), historicInstances());
    }

    public TaskEdits taskEdits() {
        return new TaskEdits(engine.getTaskService(), tasks());
    }

    public TaskLinks taskLinks() {
        return new TaskLinks(engine.getTaskService(), tasks());
    }

    public TaskComments taskComments() {
        return new TaskComments(engine.getTaskService(), tasks(), new TaskRecords(engine.getHistoryService()));
    }

    public TaskEvents taskEvents() {
        return new TaskEvents(engine.getTaskService(), tasks(), new TaskRecords(engine.getHistoryService()));
    }

    public TaskAttachments taskAttachments() {
        return new TaskAttachments(engine.getTaskService(), tasks(), new TaskRecords(engine.getHistoryService()));
    }

    public Jobs jobs() {
        return new Jobs(engine.getManagementService());
    }

    public HistoryJobs historyJobs() {
        return new HistoryJobs(engine.getManagementService());
    }

    public Batches batches() {
        return new Batches(engine.getManagementService());
    }

    public EngineTables tables() {
        return new EngineTables(engine.getManagementService());
    }

    public EngineProperties properties() {
        return new EngineProperties(engine.getManagementService());
    }

    public Models models() {
        return new Models(engine.getRepositoryService());
    }

    public Forms forms() {
        return new Forms(engine.getFormService(), definitions(), tasks(), instances);
    }

    public Decisions decisions() {
        DmnEngineConfiguration dmn = configuration.decisions();
        return new Decisions(dmn.getDmnRepositoryService(), dmn.getDmnHistoryService());
    }

    public DecisionDeployments decisionDeployments() {
        return new DecisionDeployments(
                configuration.decisions().getDmnRepositoryService(), engine.getManagementService(), deployLock);
    }

    public Rules rules() {
        DmnEngineConfiguration dmn = configuration.decisions();
        return new Rules(dmn.getDmnDecisionService(), dmn.getDmnRepositoryService());
    }

    public ExternalJobs externalJobs() {
        return new ExternalJobs(engine.getManagementService());
    }

    public TenantErasure erasure() {
        return new TenantErasure(engine);
    }

    /// What `GET management/engine` answers.
    public ObjectNode about() {
        return new JsonView()
                .put("name", engine.getName())
                .put("resourceUrl", (String) null)
                .put("exception", (String) null)
                .put("version", ProcessEngine.VERSION)
                .build();
    }

    public void startExecutor() {
        configuration.jobs().start();
    }

    public boolean executorActive() {
        return configuration.jobs().isActive();
    }

    /// Stops taking jobs, waits for those that run, and gives the locks of the others back.
    public void stopExecutor() {
        configuration.jobs().shutdown();
    }

    /// Stops at once, since the lease is lost: drops what is queued and interrupts what runs.
    public void abandonJobs() {
        configuration.jobs().abandon();
    }

    /// Jobs that run or wait in this node's memory.
    public int activeJobs() {
        return configuration.workers().active();
    }

    @Override
    public void close() {
        sweeps.shutdownNow();
        engine.close();
    }
}
