package dev.wavetank.gateway.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.web.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks JSON web tokens (RFC 7519) of the configured issuer.
///
/// The signature is checked with a key of the issuer's and the algorithm that key is for; what the token's header
/// says only chooses among the keys. So `none`, an HMAC over the public key, and keys that the token brings along
/// (`jwk`, `jku`, `x5u`) are refused without being looked at.
public final class Tokens {
    /// What a token says of its bearer.
    ///
    /// @param tenant whom it acts for
    /// @param user   its subject; empty if it has none
    public record Claims(String tenant, String user) {}

    /// Why a token is not believed; the sentence goes to the caller.
    static final class RefusedException extends Exception {
        RefusedException(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /// Clocks of issuers and gateways differ by this much at most.
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LONGEST = 8192;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final JwtSettings settings;
    private final InstantSource clock;

    public Tokens(JwtSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether a credential has the form of a token; API keys have no dots.
    static boolean looksLikeOne(String credential) {
        return COMPACT.matcher(credential).matches();
    }

    Claims check(String token) throws RefusedException {
        if (settings.keys().isEmpty()) throw new RefusedException("This cluster takes no tokens: send an API key.");
        if (token.length() > LONGEST) throw new RefusedException("The token is too long.");
        List<String> parts = List.of(token.split("\\.", -1));
        JsonNode header = json(parts.get(0));
        if (header.has("crit")) throw new RefusedException("The token has critical headers that are not known here.");
        requireSignature(header, parts);
        return claims(json(parts.get(1)));
    }

    private void requireSignature(JsonNode header, List<String> parts) throws RefusedException {
        byte[] signed = (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = decode(parts.get(2));
        Optional<String> id = Optional.ofNullable(header.get("kid")).map(JsonNode::asText);
        for (IssuerKeys.Key key : settings.keys().candidates(header.path("alg").asText(), id)) {
            try {
                Signature check = Signature.getInstance(key.algorithm().signature);
                check.initVerify(key.key());
                check.update(signed);
                if (check.verify(signature)) return;
            } catch (GeneralSecurityException malformed) {
                // a signature of a wrong length, for example: as good as a wrong one
            }
        }
        throw new RefusedException("The token is not signed by a key of this cluster's issuer.");
    }

    private Claims claims(JsonNode body) throws RefusedException {
        Instant now = clock.instant();
        if (!body.path("iss").asText().equals(settings.issuer())) {
            throw new RefusedException("The token is of another issuer.");
        }
        if (!isFor(body.path("aud"))) throw new RefusedException("The token is made for another audience.");
        if (!body.path("exp").isNumber() || !now.isBefore(time(body, "exp").plus(SKEW))) {
            throw new RefusedException("The token has expired: get a new one.");
        }
        if (body.has("nbf") && now.isBefore(time(body, "nbf").minus(SKEW))) {
            throw new RefusedException("The token is not valid yet.");
        }
        if (!body.path("tenant").isTextual() || body.get("tenant").asText().isEmpty()) {
            throw new RefusedException("The token names no tenant: it needs the claim 'tenant'.");
        }
        return new Claims(body.get("tenant").asText(), body.path("sub").asText(""));
    }

    private boolean isFor(JsonNode audience) {
        if (audience.isTextual()) return audience.asText().equals(settings.audience());
        for (JsonNode one : audience) {
            if (one.asText().equals(settings.audience())) return true;
        }
        return false;
    }

    /// Seconds since 1970, bounded so that no number breaks the arithmetic.
    private static Instant time(JsonNode body, String claim) throws RefusedException {
        JsonNode value = body.get(claim);
        if (value == null || !value.isNumber()) throw new RefusedException("The token's '" + claim + "' is no time.");
        return Instant.ofEpochSecond((long) Math.clamp(value.asDouble(), 0, 253_402_300_000d));
    }

    private static JsonNode json(String part) throws RefusedException {
        try {
            JsonNode node = Json.mapper().readTree(decode(part));
            if (node != null && node.isObject()) return node;
        } catch (JsonProcessingException malformed) {
            // told below
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new RefusedException("The token is malformed.");
    }

    private static byte[] decode(String part) throws RefusedException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException("The token is malformed.");
        }
    }
}
