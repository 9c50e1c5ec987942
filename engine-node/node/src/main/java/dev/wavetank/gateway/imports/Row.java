package dev.wavetank.gateway.imports;

import dev.wavetank.engine.policy.TenantPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record of a file of tenants.
///
/// @param line   where it begins, counted from 1
/// @param name   null leaves a known tenant's as it is
/// @param policy null leaves a known tenant's as it is
/// @param users  that the tenant gets, beside those it has
record Row(
        int line,
        String tenant,
        @Nullable String name,
        @Nullable TenantPolicy policy,
        List<User> users) {
    /// @param groups are made where they are missing
    record User(
            String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            List<String> groups) {}
}
