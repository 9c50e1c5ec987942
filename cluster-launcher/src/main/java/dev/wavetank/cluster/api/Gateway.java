package dev.wavetank.cluster.api;

import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.api.StepWrite;
import java.util.List;
import java.util.Map;

/// What a client asks of a cluster. Calls go to any gateway that answers; a call that is safe to send again is
/// sent to the next gateway when one is lost. Every call has a deadline.
///
/// Every method throws [ClusterException] with code `GATEWAY_UNREACHABLE` (has not happened), `OUTCOME_UNKNOWN`
/// (may have happened) or `REFUSED` (the gateway said no, see [ClusterException#problem]).
public interface Gateway {
    /// Creates a tenant if it is not there yet.
    TenantKey createTenant(String tenant) throws ClusterException;

    List<String> tenants() throws ClusterException;

    /// What only an administrator may do with tenants.
    TenantAdmin tenantAdmin();

    /// Deploys one BPMN file. A file that the engine refuses is a result, not an exception.
    ///
    /// @param name the resource's name, must end in `.bpmn` or `.bpmn20.xml`
    DeployResult deploy(byte[] bpmn, String name, String tenant) throws ClusterException;

    /// The definitions of a tenant, the latest version of each key.
    List<ProcessDefinition> definitions(String tenant) throws ClusterException;

    ProcessInstance start(StartInstance start) throws ClusterException;

    /// The instances that run now.
    Page<ProcessInstance> instances(InstanceQuery query) throws ClusterException;

    /// Instances that run or have ended.
    Page<HistoricInstance> history(InstanceQuery query) throws ClusterException;

    /// The steps of one instance so far, in the order of their start.
    List<HistoricActivity> activities(String processInstanceId, String tenant) throws ClusterException;

    /// Holds an instance: nothing of it runs until it is resumed.
    void suspend(String processInstanceId, String tenant) throws ClusterException;

    void resume(String processInstanceId, String tenant) throws ClusterException;

    /// Ends an instance where it stands; the reason is kept in its history.
    void terminate(String processInstanceId, String reason, String tenant) throws ClusterException;

    /// Jobs whose retries are used up.
    Page<DeadLetter> deadLetters(String tenant, int start, int size) throws ClusterException;

    /// Makes a dead letter a job again, with fresh retries.
    void retry(String deadLetterId, String tenant) throws ClusterException;

    /// The open user tasks.
    Page<UserTask> tasks(TaskQuery query) throws ClusterException;

    void completeTask(String taskId, Map<String, ?> variables, String tenant) throws ClusterException;

    /// Live counts of every element of a definition.
    List<ElementCount> counts(String processDefinitionId) throws ClusterException;

    /// Live counts of every element of the latest version of a key.
    List<ElementCount> counts(String processDefinitionKey, String tenant) throws ClusterException;

    /// One page of the ledger that the service steps write, in a stable order.
    List<LedgerEntry> ledger(String processDefinitionKey, String tenant, int start, int size) throws ClusterException;

    /// One page of who wrote which step of the history, in a stable order.
    List<StepWrite> stepWrites(String processDefinitionKey, String tenant, int start, int size) throws ClusterException;

    /// The registry.
    List<NodeStatus> nodes() throws ClusterException;

    /// Lets a node finish and leave the balancing.
    void drain(String node) throws ClusterException;

    /// Hears the merged stream of engine events; when a gateway is lost, goes on with another.
    Subscription events(EngineEventListener listener);
}
