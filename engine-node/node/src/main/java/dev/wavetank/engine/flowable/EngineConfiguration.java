package dev.wavetank.engine.flowable;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.ServiceConfigurator;
import org.flowable.common.engine.impl.el.DefaultExpressionManager;
import org.flowable.common.engine.impl.el.ExpressionManager;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.configurator.DmnEngineConfigurator;
import org.flowable.dmn.engine.impl.cfg.StandaloneInMemDmnEngineConfiguration;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultListenerFactory;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.variable.service.impl.types.SerializableType;

/// Flowable as a node of ours runs it: standalone, with DMN, without identity management and event registry, and
/// closed to foreign code (see [SafeProperties], [NoForeignCode]).
///
/// The job executor's settings belong to the takeover: the lock owner is the node's id and locks are long, since a
/// lock shorter than a running step makes the step run twice and ends in dead letters; freeing the locks of a dead
/// node is the leader's work, not the clock's.
final class EngineConfiguration extends StandaloneProcessEngineConfiguration {
    private static final Duration JOB_LOCK = Duration.ofMinutes(5);
    private static final Duration IDLE_WAIT = Duration.ofSeconds(1);
    /// What a takeover has freed waits no longer than this.
    private static final Duration NEXT_LOOK = Duration.ofMillis(250);
    private static final Duration QUEUE_FULL = Duration.ofMillis(50);
    /// Both cores busy with short jobs and a few that wait for the database; beyond that, jobs only queue in
    /// memory, where another node cannot take them.
    private static final int WORKERS = 8;

    private static final int QUEUE = 64;
    /// At this limit 10,000 tenants with a process each ran in a node of 56 MB; without it 5,400 needed 70.
    private static final int CACHED_DEFINITIONS = 100;

    private final DmnEngineConfiguration dmn = new StandaloneInMemDmnEngineConfiguration();
    private final JobWorkers workers = new JobWorkers(WORKERS, QUEUE);
    private final JobExecutor jobs;
    private final NoForeignCode foreignCode = new NoForeignCode(this::getExpressionManager, this::mayScript);
    private Predicate<String> scripters = tenant -> false;

    EngineConfiguration(DataSource dataSource, String node) {
        Backlog backlog = new Backlog();
        jobs = new JobExecutor(executor(node), workers, backlog);
        orderJobs(backlog);
        setEngineName(node);
        setDataSource(dataSource);
        setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        setDisableIdmEngine(true);
        setDisableEventRegistry(true);
        setIdGenerator(new TimeOrderedIds(Clock.systemUTC()));
        setHistoryLevel(HistoryLevel.AUDIT);
        setProcessDefinitionCacheLimit(CACHED_DEFINITIONS);
        setCreateDiagramOnDeploy(false);
        setAsyncExecutorActivate(false);
        setAsyncTaskExecutor(workers);
        setAsyncExecutor(jobs);
        setAsyncFailedJobWaitTime(1);
        setDefaultFailedJobWaitTime(1);
        closeToForeignCode();
        setAgendaOperationExecutionListeners(List.of(new StepLimit()));
    }

    /// Says whose scripts run, as long as they are expressions.
    EngineConfiguration withScriptsOf(Predicate<String> tenants) {
        scripters = tenants;
        return this;
    }

    private boolean mayScript(String tenant) {
        return scripters.test(tenant);
    }

    /// Says what HTTP tasks make their calls with.
    EngineConfiguration withOutside(HttpTask.Outside outside) {
        setActivityBehaviorFactory(new ClosedBehaviors(foreignCode, outside));
        return this;
    }

    /// Registers what expressions may name beside variables, and who hears of the engine's events.
    EngineConfiguration with(Map<Object, Object> delegates, EventTap tap) {
        setBeans(delegates);
        setEventListeners(List.of(tap));
        return this;
    }

    JobExecutor jobs() {
        return jobs;
    }

    /// The decision engine, which starts and ends with this one.
    DmnEngineConfiguration decisions() {
        return dmn;
    }

    JobWorkers workers() {
        return workers;
    }

    private void orderJobs(Backlog backlog) {
        // The DMN engine adds its own.
        setCustomMybatisXMLMappers(new HashSet<>(Set.of(JobOrder.MAPPER)));
        addJobServiceConfigurator(new ServiceConfigurator<>() {
            @Override
            public void beforeInit(JobServiceConfiguration service) {
                service.setJobDataManager(new JobOrder(service));
                service.setJobManager(new JobCreation(service, workers, backlog));
            }

            @Override
            public void afterInit(JobServiceConfiguration service) {}
        });
    }

    private void closeToForeignCode() {
        setBeans(Map.of());
        addExpressionManagerConfigurer(EngineConfiguration::close);
        setScriptEngine(foreignCode);
        setListenerFactory(new DefaultListenerFactory(foreignCode));
        dmn.setHistoryEnabled(true);
        dmn.addExpressionManagerConfigurer(EngineConfiguration::close);
        addConfigurator(new DmnEngineConfigurator().setDmnEngineConfiguration(dmn));
    }

    private static void close(ExpressionManager expressions) {
        if (!(expressions instanceof DefaultExpressionManager manager)) {
            throw new IllegalStateException("The engine's expressions cannot be closed: " + expressions.getClass());
        }
        manager.setBeanResolver(new SafeProperties());
    }

    @Override
    public void initSqlSessionFactory() {
        super.initSqlSessionFactory();
        KeptSql.install(sqlSessionFactory.getConfiguration());
    }

    /// Without the type for serialised objects no expression or delegate can store one either.
    @Override
    public void initVariableTypes() {
        super.initVariableTypes();
        variableTypes.removeType(variableTypes.getVariableType(SerializableType.TYPE_NAME));
    }

    private static AsyncJobExecutorConfiguration executor(String node) {
        AsyncJobExecutorConfiguration executor = new AsyncJobExecutorConfiguration();
        executor.setLockOwner(node);
        executor.setAsyncJobLockTime(JOB_LOCK);
        executor.setTimerLockTime(JOB_LOCK);
        executor.setResetExpiredJobsInterval(Duration.ofSeconds(2));
        executor.setResetExpiredJobsPageSize(100);
        executor.setDefaultAsyncJobAcquireWaitTime(NEXT_LOOK);
        executor.setDefaultTimerJobAcquireWaitTime(IDLE_WAIT);
        executor.setDefaultQueueSizeFullWaitTime(QUEUE_FULL);
        executor.setMaxAsyncJobsDuePerAcquisition(WORKERS * 4);
        executor.setMaxTimerJobsPerAcquisition(32);
        executor.setUnlockOwnedJobs(true);
        executor.setGlobalAcquireLockEnabled(false);
        return executor;
    }
}
