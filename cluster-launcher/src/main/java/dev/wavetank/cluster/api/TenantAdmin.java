package dev.wavetank.cluster.api;

import java.time.Duration;
import java.util.List;

/// What an administrator does with the tenants of a cluster. Failures are those of [Gateway].
public interface TenantAdmin {
    /// @param search part of an id or a name; empty for all
    Page<Tenant> list(String search, int start, int size) throws ClusterException;

    /// Turns the tenant's calls away; its processes go on.
    void suspend(String tenant) throws ClusterException;

    void resume(String tenant) throws ClusterException;

    /// Deletes a tenant with all it has.
    ///
    /// @param terminate whether running instances may be ended; else a tenant that has some is refused
    /// @return whether all is gone; if not, the cluster goes on with it
    boolean delete(String tenant, boolean terminate) throws ClusterException;

    /// Takes tenants and their users in; the same again changes nothing.
    ///
    /// @param mediaType `text/csv`, `application/json` or `application/x-ndjson`
    /// @param withKeys  whether each new tenant gets a key
    TenantImport importTenants(byte[] content, String mediaType, boolean withKeys) throws ClusterException;

    List<ApiKey> keys(String tenant) throws ClusterException;

    TenantKey addKey(String tenant, String label) throws ClusterException;

    /// Gives a new key in place of another.
    ///
    /// @param overlap how long the old one stays good
    TenantKey rotateKey(String tenant, String key, Duration overlap) throws ClusterException;

    void revokeKey(String tenant, String key) throws ClusterException;
}
