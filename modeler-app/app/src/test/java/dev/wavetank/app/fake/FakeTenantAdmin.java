package dev.wavetank.app.fake;

import dev.wavetank.cluster.api.ApiKey;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.Tenant;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantImport;
import dev.wavetank.cluster.api.TenantKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers what it was told; of each part of an import it takes all lines but the first, and refuses those that
/// say `bad`.
public final class FakeTenantAdmin implements TenantAdmin {
    public final List<String> told = new ArrayList<>();
    public final List<Tenant> tenants = new ArrayList<>();

    @Override
    public Page<Tenant> list(String search, int start, int size) {
        List<Tenant> found =
                tenants.stream().filter(tenant -> tenant.id().contains(search)).toList();
        return new Page<>(found.stream().limit(size).toList(), 0, found.size());
    }

    @Override
    public void suspend(String tenant) {
        told.add("suspend " + tenant);
    }

    @Override
    public void resume(String tenant) {
        told.add("resume " + tenant);
    }

    @Override
    public boolean delete(String tenant, boolean terminate) {
        told.add("delete " + tenant + (terminate ? " with its instances" : ""));
        return !terminate;
    }

    @Override
    public TenantImport importTenants(byte[] content, String mediaType, boolean withKeys) {
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        List<TenantImport.Failure> failures = new ArrayList<>();
        List<TenantKey> keys = new ArrayList<>();
        for (int line = 2; line <= lines.size(); line++) {
            String tenant = lines.get(line - 1);
            if (tenant.contains("bad")) failures.add(new TenantImport.Failure(line, "It is bad."));
            else if (withKeys) keys.add(new TenantKey(tenant, "wt_" + tenant));
        }
        int good = lines.size() - 1 - failures.size();
        return new TenantImport(lines.size() - 1, good, 0, 0, good, failures.size(), failures, keys, "");
    }

    @Override
    public List<ApiKey> keys(String tenant) {
        return List.of(new ApiKey("0123456789abcdef", "the shop", Instant.EPOCH, Optional.empty()));
    }

    @Override
    public TenantKey addKey(String tenant, String label) {
        return new TenantKey(tenant, "wt_" + label);
    }

    @Override
    public TenantKey rotateKey(String tenant, String key, Duration overlap) {
        told.add("rotate " + key + " within " + overlap);
        return new TenantKey(tenant, "wt_fresh");
    }

    @Override
    public void revokeKey(String tenant, String key) {
        told.add("revoke " + key);
    }
}
