package dev.wavetank.engine.tenant;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls: what the call may see, the user it acts for, and the address its answer's links begin with.
///
/// @param base ends without a slash
public record Caller(TenantScope scope, Optional<String> user, String base) {
    public static final String ROOT = "/flowable-rest/service";

    public static final String EXTERNAL_ROOT = "/flowable-rest/external-job-api";

    public static final String DECISION_ROOT = "/flowable-rest/dmn-api";

    private static final HeaderName TENANT = HeaderNames.create(Headers.TENANT);
    private static final HeaderName USER = HeaderNames.create(Headers.USER);
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

    /// Links name the host the client called, which the gateway forwards.
    public static Caller of(ServerRequest request) {
        String host = request.headers().first(FORWARDED_HOST).orElseGet(request::authority);
        String scheme =
                request.headers().first(FORWARDED_PROTO).filter("https"::equals).orElse("http");
        return new Caller(
                TenantScope.of(request.headers().first(TENANT)),
                request.headers().first(USER).filter(user -> !user.isBlank()).map(Caller::whole),
                scheme + "://" + host + ROOT);
    }

    /// A gateway sends a name beyond ASCII percent-encoded; a plain name has no percent sign.
    private static String whole(String user) {
        try {
            return user.indexOf('%') < 0 ? user : URLDecoder.decode(user, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("The user's name is not encoded as it should be.");
        }
    }

    public Caller narrowedTo(Optional<String> tenantId) {
        return new Caller(scope.narrowedTo(tenantId), user, base);
    }

    /// The address of a resource of the external workers' API.
    public String external(String path) {
        return beside(EXTERNAL_ROOT, path);
    }

    /// The address of a resource of the decisions' API.
    public String decision(String path) {
        return beside(DECISION_ROOT, path);
    }

    private String beside(String root, String path) {
        return base.substring(0, base.length() - ROOT.length()) + root + path;
    }

    /// The address of a resource, null where there is none.
    public @Nullable String link(String path, @Nullable String id) {
        return id == null ? null : base + path + id;
    }
}
