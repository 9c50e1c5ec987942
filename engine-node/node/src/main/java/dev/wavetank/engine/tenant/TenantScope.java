package dev.wavetank.engine.tenant;

import dev.wavetank.engine.web.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tenant a call may see, as the gateway says it in `X-Wavetank-Tenant`.
///
/// No header, or an empty one, is the tenant without a name, so that a gateway's slip shows too little, never too
/// much. `*` is an administrator's call: it sees all, and may name one tenant with Flowable's `tenantId`.
///
/// @param name  the tenant; empty for the one without a name
/// @param every true for an administrator's call that names none
public record TenantScope(String name, boolean every) {
    private static final String EVERY = "*";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public static TenantScope of(Optional<String> header) {
        String value = header.map(String::strip).orElse("");
        return value.equals(EVERY) ? new TenantScope("", true) : one(value);
    }

    private static TenantScope one(String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw ProblemException.badRequest("A tenant's name has letters, digits, dots, hyphens and underscores.");
        }
        return new TenantScope(name, false);
    }

    /// Narrowed by the caller's `tenantId`: an administrator may choose, a tenant may only name itself.
    ///
    /// @throws ProblemException 403 when a tenant names another
    public TenantScope narrowedTo(Optional<String> tenantId) {
        if (tenantId.isEmpty()) return this;
        if (every) return one(tenantId.get());
        if (tenantId.get().equals(name)) return this;
        throw ProblemException.of(
                403, "other-tenant", "Forbidden", "This key belongs to the tenant '" + name + "' and sees no other.");
    }

    /// @throws ProblemException 403 unless this is an administrator's call
    public void requireAdministrator() {
        if (!every) {
            throw ProblemException.of(
                    403, "administrator-only", "Forbidden", "This needs the administrator's key, not a tenant's.");
        }
    }

    public boolean sees(@Nullable String tenant) {
        return every || (tenant == null ? name.isEmpty() : tenant.equals(name));
    }
}
