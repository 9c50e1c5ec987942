package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.web.Api;

/// All of Flowable's REST that this node serves, under `/flowable-rest/service`, and the external
/// workers' under `/flowable-rest/external-job-api`.
public final class Resources {
    private final Engine engine;

    public Resources(Engine engine) {
        this.engine = engine;
    }

    public void declare(Api api) {
        new DeploymentResource(engine.deployments()).declare(api);
        new DefinitionResource(engine.definitions(), engine.definitionLinks()).declare(api);
        new InstanceResource(engine.instances(), engine.starts()).declare(api);
        new InstanceChangeResource(engine.instanceChanges()).declare(api);
        new InstanceLinkResource(engine.instanceLinks()).declare(api);
        new ExecutionResource(engine.executions(), engine.signals()).declare(api);
        new TaskResource(engine.tasks(), engine.taskEdits()).declare(api);
        new TaskLinkResource(engine.taskLinks()).declare(api);
        new TaskCommentResource(engine.taskComments(), engine.taskEvents()).declare(api);
        new TaskAttachmentResource(engine.taskAttachments()).declare(api);
        new RuntimeResource(engine).declare(api);
        new HistoryResource(engine).declare(api);
        new HistoricInstanceResource(engine.historicInstances(), engine.comments()).declare(api);
        new JobResource(engine.jobs(), engine.historyJobs()).declare(api);
        new ManagementResource(engine).declare(api);
        new BatchResource(engine.batches()).declare(api);
        new ModelResource(engine.models()).declare(api);
        new FormResource(engine.forms()).declare(api);
        new DecisionResource(engine).declare(api);
        new RuleResource(engine.rules()).declare(api);
        new UserResource(engine.identity()).declare(api);
        new GroupResource(engine.identity().groups()).declare(api);
        new SyncResource(engine.identity().sync()).declare(api);
        new ExternalJobResource(engine.externalJobs()).declare(api);
    }
}
