package dev.wavetank.engine.flowable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what a tenant has in the engine, a page at a time: running instances, their history, tasks without a
/// process, deployments.
public final class TenantErasure {
    private static final Logger LOG = LoggerFactory.getLogger(TenantErasure.class);
    private static final int PAGE = 100;

    private final ProcessEngine engine;

    TenantErasure(ProcessEngine engine) {
        this.engine = engine;
    }

    /// Ends and removes up to a page of the tenant's things.
    public void step(String tenant) {
        boolean done = erase(
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceTenantId(tenant)
                                .excludeSubprocesses(true)
                                .listPage(0, PAGE),
                        ProcessInstance::getId,
                        id -> engine.getRuntimeService().deleteProcessInstance(id, "tenant deleted"))
                && erase(
                        engine.getTaskService()
                                .createTaskQuery()
                                .taskTenantId(tenant)
                                .listPage(0, PAGE),
                        Task::getId,
                        id -> engine.getTaskService().deleteTask(id, true))
                && erase(
                        engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceTenantId(tenant)
                                .listPage(0, PAGE),
                        HistoricProcessInstance::getId,
                        engine.getHistoryService()::deleteHistoricProcessInstance)
                && erase(
                        engine.getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskTenantId(tenant)
                                .listPage(0, PAGE),
                        HistoricTaskInstance::getId,
                        engine.getHistoryService()::deleteHistoricTaskInstance);
        if (done) {
            erase(
                    engine.getRepositoryService()
                            .createDeploymentQuery()
                            .deploymentTenantId(tenant)
                            .listPage(0, PAGE),
                    Deployment::getId,
                    id -> engine.getRepositoryService().deleteDeployment(id, true));
        }
    }

    /// What went with another, or is being worked on at this moment, is left for the next step to look at.
    ///
    /// @return whether there was nothing
    private static <T> boolean erase(List<T> things, Function<T, String> id, Consumer<String> removal) {
        for (T thing : things) {
            try {
                removal.accept(id.apply(thing));
            } catch (FlowableObjectNotFoundException | FlowableOptimisticLockingException later) {
                LOG.debug("{} is not removed in this step", id.apply(thing), later);
            }
        }
        return things.isEmpty();
    }
}
