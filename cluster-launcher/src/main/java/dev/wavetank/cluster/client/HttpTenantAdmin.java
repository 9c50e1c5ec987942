package dev.wavetank.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.cluster.api.ApiKey;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.Tenant;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantImport;
import dev.wavetank.cluster.api.TenantKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `/cluster/tenants` over HTTP. All of it but new keys is safe to send again.
final class HttpTenantAdmin implements TenantAdmin {
    private static final String TENANTS = "/cluster/tenants";
    private static final Duration IMPORT = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;

    private final Gateways gateways;

    HttpTenantAdmin(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public Page<Tenant> list(String search, int start, int size) throws ClusterException {
        JsonNode page = gateways.send(
                Call.get(TENANTS).query("search", search).query("start", start).query("size", size));
        return Answers.page(
                page,
                node -> new Tenant(
                        Json.text(node, "id"),
                        Json.text(node, "name"),
                        Json.text(node, "state"),
                        Json.time(node, "createdAt").orElse(Instant.EPOCH)));
    }

    @Override
    public void suspend(String tenant) throws ClusterException {
        done(Call.post(path(tenant) + "/suspend", new byte[0]));
    }

    @Override
    public void resume(String tenant) throws ClusterException {
        done(Call.post(path(tenant) + "/resume", new byte[0]));
    }

    @Override
    public boolean delete(String tenant, boolean terminate) throws ClusterException {
        Call call = Call.delete(path(tenant)).query("instances", terminate ? "terminate" : "refuse");
        HttpResponse<byte[]> answer = gateways.answer(call.within(Duration.ofSeconds(60)));
        if (answer.statusCode() >= 400) {
            throw new ClusterException(Gateways.problem(answer.statusCode(), Gateways.json(answer)));
        }
        return answer.statusCode() != ACCEPTED;
    }

    @Override
    public TenantImport importTenants(byte[] content, String mediaType, boolean withKeys) throws ClusterException {
        Call call = Call.post(TENANTS + "/import", content)
                .with("Content-Type", mediaType)
                .query("keys", withKeys)
                .within(IMPORT);
        JsonNode outcome = gateways.send(withKeys ? call : call.asRepeatable());
        return new TenantImport(
                outcome.path("rows").asInt(),
                outcome.path("created").asInt(),
                outcome.path("changed").asInt(),
                outcome.path("unchanged").asInt(),
                outcome.path("users").asInt(),
                outcome.path("failed").asInt(),
                Answers.list(
                        outcome.path("failures"),
                        node -> new TenantImport.Failure(node.path("line").asInt(), Json.text(node, "sentence"))),
                Answers.list(
                        outcome.path("keys"), node -> new TenantKey(Json.text(node, "tenant"), Json.text(node, "key"))),
                Json.text(outcome, "stopped"));
    }

    @Override
    public List<ApiKey> keys(String tenant) throws ClusterException {
        return Answers.list(
                gateways.send(Call.get(path(tenant) + "/keys")),
                node -> new ApiKey(
                        Json.text(node, "id"),
                        Json.text(node, "label"),
                        Json.time(node, "createdAt").orElse(Instant.EPOCH),
                        Json.time(node, "expiresAt")));
    }

    @Override
    public TenantKey addKey(String tenant, String label) throws ClusterException {
        return told(tenant, Call.post(path(tenant) + "/keys", Json.bytes(Map.of("label", label))));
    }

    @Override
    public TenantKey rotateKey(String tenant, String key, Duration overlap) throws ClusterException {
        byte[] body = Json.bytes(Map.of("overlapSeconds", overlap.toSeconds()));
        return told(tenant, Call.post(path(tenant) + "/keys/" + Call.segment(key) + "/rotate", body));
    }

    @Override
    public void revokeKey(String tenant, String key) throws ClusterException {
        done(Call.delete(path(tenant) + "/keys/" + Call.segment(key)));
    }

    private TenantKey told(String tenant, Call call) throws ClusterException {
        return new TenantKey(tenant, Json.text(gateways.send(call), "key"));
    }

    private void done(Call call) throws ClusterException {
        JsonNode nothing = gateways.send(call.asRepeatable());
        assert nothing.isMissingNode() || nothing.isContainerNode();
    }

    private static String path(String tenant) {
        return TENANTS + "/" + Call.segment(tenant);
    }
}
