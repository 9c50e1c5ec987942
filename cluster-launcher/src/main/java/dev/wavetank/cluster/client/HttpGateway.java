package dev.wavetank.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.wavetank.cluster.api.Tenant;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantKey;
import dev.wavetank.cluster.api.UserTask;
import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.api.StepWrite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The gateways over HTTP/1.1.
public final class HttpGateway implements Gateway {
    private static final String SERVICE = "/flowable-rest/service";
    private static final int PAGE = 1000;
    private static final Duration DEPLOY = Duration.ofSeconds(60);

    private final HttpClient http;
    private final Gateways gateways;
    private final TenantAdmin tenantAdmin;

    /// @param http with a short connect time-out: a lost gateway must not cost the call's whole deadline
    /// @param key  the administrator's API key
    public HttpGateway(HttpClient http, List<URI> gateways, String key) {
        this.http = http;
        this.gateways = new Gateways(http, gateways, key);
        this.tenantAdmin = new HttpTenantAdmin(this.gateways);
    }

    @Override
    public TenantKey createTenant(String tenant) throws ClusterException {
        HttpResponse<byte[]> response = gateways.answer(
                Call.post("/cluster/tenants", Json.bytes(Map.of("id", tenant))).asRepeatable());
        JsonNode body = Gateways.json(response);
        if (response.statusCode() == 409) return new TenantKey(tenant, "");
        if (response.statusCode() >= 400) {
            throw new ClusterException(Gateways.problem(response.statusCode(), body));
        }
        return new TenantKey(tenant, Json.text(body, "key"));
    }

    @Override
    public List<String> tenants() throws ClusterException {
        List<String> ids = new ArrayList<>();
        Page<Tenant> page;
        do {
            page = tenantAdmin.list("", ids.size(), PAGE);
            page.items().forEach(tenant -> ids.add(tenant.id()));
        } while (page.hasNext());
        return ids;
    }

    @Override
    public TenantAdmin tenantAdmin() {
        return tenantAdmin;
    }

    @Override
    public DeployResult deploy(byte[] bpmn, String name, String tenant) throws ClusterException {
        Multipart form = new Multipart().field("tenantId", tenant).file(name, bpmn);
        byte[] body = form.bytes();
        Call call = Call.post(SERVICE + "/repository/deployments", body)
                .with("Content-Type", form.contentType())
                .with(Headers.TENANT, tenant)
                .with(Headers.IDEMPOTENCY_KEY, UUID.randomUUID().toString())
                .within(DEPLOY)
                .query("tenantId", tenant);
        HttpResponse<byte[]> response = gateways.answer(call);
        JsonNode answer = Gateways.json(response);
        if (response.statusCode() == 422 || response.statusCode() == 400) return Rejections.of(answer);
        if (response.statusCode() >= 400) {
            throw new ClusterException(Gateways.problem(response.statusCode(), answer));
        }
        String deployment = Json.text(answer, "id");
        return new DeployResult.Deployed(deployment, definitionsOf(deployment, tenant));
    }

    private List<ProcessDefinition> definitionsOf(String deployment, String tenant) throws ClusterException {
        return Answers.page(
                        gateways.send(get("/repository/process-definitions", tenant)
                                .query("deploymentId", deployment)
                                .query("size", 1000)),
                        Answers::definition)
                .items();
    }

    @Override
    public List<ProcessDefinition> definitions(String tenant) throws ClusterException {
        return Answers.page(
                        gateways.send(get("/repository/process-definitions", tenant)
                                .query("latest", true)
                                .query("size", 1000)),
                        Answers::definition)
                .items();
    }

    @Override
    public ProcessInstance start(StartInstance start) throws ClusterException {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("processDefinitionKey", start.processDefinitionKey());
        wish.put("tenantId", start.tenant());
        if (!start.businessKey().isEmpty()) wish.put("businessKey", start.businessKey());
        wish.put("variables", Variables.of(start.variables()));
        Call call = Call.post(SERVICE + "/runtime/process-instances", Json.bytes(wish))
                .with(Headers.TENANT, start.tenant());
        if (start.idempotencyKey().isPresent()) {
            call = call.with(Headers.IDEMPOTENCY_KEY, start.idempotencyKey().get())
                    .asRepeatable();
        }
        return Answers.instance(gateways.send(call));
    }

    @Override
    public Page<ProcessInstance> instances(InstanceQuery query) throws ClusterException {
        return Answers.page(
                gateways.send(narrow(get("/runtime/process-instances", query.tenant()), query)), Answers::instance);
    }

    @Override
    public Page<HistoricInstance> history(InstanceQuery query) throws ClusterException {
        Call call = narrow(get("/history/historic-process-instances", query.tenant()), query)
                .query("finished", query.finished())
                .query("sort", "startTime")
                .query("order", "asc");
        return Answers.page(gateways.send(call), Answers::historic);
    }

    private static Call narrow(Call call, InstanceQuery query) {
        return call.query("processDefinitionKey", query.processDefinitionKey())
                .query("businessKey", query.businessKey())
                .query("start", query.start())
                .query("size", query.size());
    }

    @Override
    public List<HistoricActivity> activities(String processInstanceId, String tenant) throws ClusterException {
        Call call = get("/history/historic-activity-instances", tenant)
                .query("processInstanceId", processInstanceId)
                .query("sort", "startTime")
                .query("order", "asc")
                .query("size", 10_000);
        return Answers.page(gateways.send(call), Answers::activity).items();
    }

    @Override
    public void suspend(String processInstanceId, String tenant) throws ClusterException {
        act(instance(processInstanceId), "suspend", tenant);
    }

    @Override
    public void resume(String processInstanceId, String tenant) throws ClusterException {
        act(instance(processInstanceId), "activate", tenant);
    }

    private void act(String instance, String action, String tenant) throws ClusterException {
        done(Call.put(instance, Json.bytes(Map.of("action", action))).with(Headers.TENANT, tenant));
    }

    @Override
    public void terminate(String processInstanceId, String reason, String tenant) throws ClusterException {
        done(Call.delete(instance(processInstanceId))
                .with(Headers.TENANT, tenant)
                .query("deleteReason", reason));
    }

    private static String instance(String id) {
        return SERVICE + "/runtime/process-instances/" + Call.segment(id);
    }

    @Override
    public Page<DeadLetter> deadLetters(String tenant, int start, int size) throws ClusterException {
        Call call =
                get("/management/deadletter-jobs", tenant).query("start", start).query("size", size);
        return Answers.page(gateways.send(call), Answers::deadLetter);
    }

    @Override
    public void retry(String deadLetterId, String tenant) throws ClusterException {
        done(Call.post(
                        SERVICE + "/management/deadletter-jobs/" + Call.segment(deadLetterId),
                        Json.bytes(Map.of("action", "move")))
                .with(Headers.TENANT, tenant));
    }

    /// A call whose answer says nothing but that it is done.
    private void done(Call call) throws ClusterException {
        JsonNode answer = gateways.send(call);
        assert answer.isMissingNode() || answer.isContainerNode();
    }

    @Override
    public Page<UserTask> tasks(TaskQuery query) throws ClusterException {
        Call call = get("/runtime/tasks", query.tenant())
                .query("processDefinitionKey", query.processDefinitionKey())
                .query("processInstanceId", query.processInstanceId())
                .query("taskDefinitionKey", query.taskDefinitionKey())
                .query("sort", "createTime")
                .query("order", "asc")
                .query("start", query.start())
                .query("size", query.size());
        return Answers.page(gateways.send(call), Answers::task);
    }

    @Override
    public void completeTask(String taskId, Map<String, ?> variables, String tenant) throws ClusterException {
        Map<String, Object> action = Map.of("action", "complete", "variables", Variables.of(variables));
        done(Call.post(SERVICE + "/runtime/tasks/" + Call.segment(taskId), Json.bytes(action))
                .with(Headers.TENANT, tenant));
    }

    @Override
    public List<ElementCount> counts(String processDefinitionId) throws ClusterException {
        return read(
                gateways.send(Call.get("/cluster/counts").query("processDefinitionId", processDefinitionId)),
                ElementCount[].class);
    }

    @Override
    public List<ElementCount> counts(String processDefinitionKey, String tenant) throws ClusterException {
        return read(
                gateways.send(Call.get("/cluster/counts")
                        .with(Headers.TENANT, tenant)
                        .query("processDefinitionKey", processDefinitionKey)
                        .query("tenant", tenant)),
                ElementCount[].class);
    }

    @Override
    public List<LedgerEntry> ledger(String processDefinitionKey, String tenant, int start, int size)
            throws ClusterException {
        return read(page("/cluster/ledger", processDefinitionKey, tenant, start, size), LedgerEntry[].class);
    }

    @Override
    public List<StepWrite> stepWrites(String processDefinitionKey, String tenant, int start, int size)
            throws ClusterException {
        return read(page("/cluster/step-writes", processDefinitionKey, tenant, start, size), StepWrite[].class);
    }

    private JsonNode page(String path, String processDefinitionKey, String tenant, int start, int size)
            throws ClusterException {
        return gateways.send(Call.get(path)
                .with(Headers.TENANT, tenant)
                .query("processDefinitionKey", processDefinitionKey)
                .query("tenant", tenant)
                .query("start", start)
                .query("size", size));
    }

    @Override
    public List<NodeStatus> nodes() throws ClusterException {
        return read(gateways.send(Call.get("/cluster/nodes").within(Duration.ofSeconds(3))), NodeStatus[].class);
    }

    @Override
    public void drain(String node) throws ClusterException {
        done(Call.post("/cluster/nodes/" + Call.segment(node) + "/drain", new byte[0])
                .asRepeatable());
    }

    @Override
    public Subscription events(EngineEventListener listener) {
        return EventReader.start(http, gateways, listener);
    }

    private static Call get(String path, String tenant) {
        return Call.get(SERVICE + path).with(Headers.TENANT, tenant).query("tenantId", tenant);
    }

    /// A list, or a page in Flowable's form.
    private static <T> List<T> read(JsonNode body, Class<T[]> type) throws ClusterException {
        try {
            return List.of(Json.MAPPER.treeToValue(body.has("data") ? body.path("data") : body, type));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            throw new ClusterException(
                    ClusterException.Code.RUNTIME_FAILED,
                    "The gateway's answer is not understood: it may be of another version than this program.",
                    e);
        }
    }
}
