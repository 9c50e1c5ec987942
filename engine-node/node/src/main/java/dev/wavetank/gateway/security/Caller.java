package dev.wavetank.gateway.security;

import dev.wavetank.engine.web.ProblemException;

/// An authenticated caller.
///
/// @param administrator the holder of the administrator's key, who may act for any tenant
/// @param tenant        whom the call is for; empty for an administrator's call for all of them
/// @param user          whom it acts for within the tenant, as a Basic user name says; empty if unsaid
public record Caller(boolean administrator, String tenant, String user) {
    private static final String EVERY = "*";

    /// What engines are told in `X-Wavetank-Tenant`.
    public String scope() {
        return tenant.isEmpty() ? EVERY : tenant;
    }

    /// @throws ProblemException 403 unless this is the administrator
    public void requireAdministrator() {
        if (!administrator) {
            throw ProblemException.of(
                    403, "administrator-only", "Forbidden", "This needs the administrator's key, not a tenant's.");
        }
    }
}
