package dev.wavetank.gateway.security;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.engine.web.RequestIdentity;
import dev.wavetank.gateway.tenant.TenantDirectory;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out who calls: `Authorization: Bearer` with an API key or a token of the configured issuer, or Basic with
/// the key as password and the acting user as name.
///
/// A tenant's key or token decides the tenant; what the request says of tenants can only agree with it. The
/// administrator's key may name a tenant.
public final class Authenticator {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}@._+-]{0,255}");
    private static final HeaderName TENANT = HeaderNames.create(Headers.TENANT);

    private record Credentials(String user, String key) {}

    private final Secret administratorKey;
    private final TenantDirectory tenants;
    private final Tokens tokens;

    public Authenticator(Secret administratorKey, TenantDirectory tenants, Tokens tokens) {
        this.administratorKey = administratorKey;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /// Names the tenant in the log lines of this call, too.
    ///
    /// @throws ProblemException 401 without a known key, 403 for a suspended or another tenant
    public Caller authenticate(ServerRequest request) {
        Caller caller = caller(request);
        RequestIdentity.tenant(caller.tenant());
        return caller;
    }

    private Caller caller(ServerRequest request) {
        Credentials credentials = credentials(request);
        Optional<String> named =
                request.headers().first(TENANT).map(String::strip).filter(name -> !name.isEmpty());
        if (administratorKey.matches(credentials.key())) {
            return new Caller(true, named.map(Authenticator::checkedName).orElse(""), credentials.user());
        }
        Caller caller = Tokens.looksLikeOne(credentials.key()) ? bearer(credentials.key()) : holder(credentials);
        refuseOther(caller.tenant(), named);
        refuseOther(caller.tenant(), request.query().first("tenantId").asOptional());
        refuseOther(caller.tenant(), request.query().first("tenant").asOptional());
        return caller;
    }

    private Caller holder(Credentials credentials) {
        TenantDirectory.Access access =
                tenants.byKey(credentials.key()).orElseThrow(() -> unauthorized("The API key is not known."));
        return open(access, credentials.user());
    }

    private Caller bearer(String token) {
        try {
            Tokens.Claims claims = tokens.check(token);
            String user = USER.matcher(claims.user()).matches() ? claims.user() : "";
            return open(
                    tenants.byId(claims.tenant())
                            .orElseThrow(() -> ProblemException.of(
                                    403, "tenant-unknown", "Forbidden", "The token names a tenant that is not here.")),
                    user);
        } catch (Tokens.RefusedException refused) {
            throw unauthorized(refused.sentence());
        }
    }

    private static Caller open(TenantDirectory.Access access, String user) {
        if (access.suspended()) {
            throw ProblemException.of(
                    403, "tenant-suspended", "Forbidden", "The tenant '" + access.tenant() + "' is suspended.");
        }
        return new Caller(false, access.tenant(), user);
    }

    private static void refuseOther(String tenant, Optional<String> named) {
        if (named.isPresent() && !named.get().equals(tenant)) {
            throw ProblemException.of(
                    403,
                    "other-tenant",
                    "Forbidden",
                    "This key belongs to the tenant '" + tenant + "' and sees no other.");
        }
    }

    private static Credentials credentials(ServerRequest request) {
        String header = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .orElseThrow(() -> unauthorized("Send an API key: Authorization: Bearer <key>."));
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Credentials("", header.substring(BEARER.length()).strip());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip());
        }
        throw unauthorized("Only Bearer and Basic are understood.");
    }

    private static Credentials basic(String encoded) {
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw unauthorized("The Basic credentials are not Base64.");
        }
        int colon = decoded.indexOf(':');
        if (colon < 0 || !USER.matcher(decoded.substring(0, colon)).matches()) {
            throw unauthorized("Basic credentials are a user name and the API key as password.");
        }
        return new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1));
    }

    private static String checkedName(String tenant) {
        if (!NAME.matcher(tenant).matches()) {
            throw ProblemException.badRequest("A tenant's name has letters, digits, dots, hyphens and underscores.");
        }
        return tenant;
    }

    private static ProblemException unauthorized(String detail) {
        return ProblemException.of(401, "unauthorized", "Unauthorized", detail);
    }
}
