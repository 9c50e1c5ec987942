package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.policy.TenantPolicy;
import java.time.Instant;
import java.util.regex.Pattern;

/// A tenant as `GET /cluster/tenants` lists it.
public record Tenant(String id, String name, State state, Instant createdAt, TenantPolicy policy) {
    /// What its keys are worth.
    public enum State {
        ACTIVE,
        /// Its keys are refused, its processes go on.
        SUSPENDED,
        /// Its keys are refused and what it has is being removed.
        DELETING
    }

    /// The owner of shared definitions, which no tenant may be.
    public static final String SHARED = "shared";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_NAME = 255;

    /// @throws IllegalArgumentException with a sentence for what cannot be a tenant
    public static void check(String id, String name) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Give the tenant an id of up to 64 letters, digits, dots, hyphens and underscores.");
        }
        if (id.equals(SHARED)) {
            throw new IllegalArgumentException(
                    "The name 'shared' is kept for definitions that several tenants run: choose another.");
        }
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A tenant's name has at most " + LONGEST_NAME + " characters.");
        }
    }
}
