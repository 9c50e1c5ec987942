package dev.wavetank.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    private static final long NOW = 1_800_000_000;

    @ParameterizedTest
    @EnumSource(IssuerKeys.Algorithm.class)
    void tokensOfTheIssuerAreBelievedWhetherItsKeyCameAsPemOrAsJwks(IssuerKeys.Algorithm algorithm) throws Exception {
        Issuer issuer = Issuer.of(algorithm);

        for (String keys : new String[] {issuer.pem(), issuer.jwks()}) {
            assertThat(tokens(keys).check(issuer.token(Issuer.claims(NOW))))
                    .isEqualTo(new Tokens.Claims("acme", "kermit"));
        }
    }

    @ParameterizedTest
    @EnumSource(IssuerKeys.Algorithm.class)
    void tokensOfAnotherKeyOrWithAChangedLetterAreRefused(IssuerKeys.Algorithm algorithm) throws Exception {
        Issuer issuer = Issuer.of(algorithm);
        Tokens tokens = tokens(issuer.jwks());
        String good = issuer.token(Issuer.claims(NOW));
        String forged = Issuer.part(Json.bytes(Issuer.claims(NOW).put("tenant", "rival")));

        refused(tokens, Issuer.of(algorithm).token(Issuer.claims(NOW)));
        refused(tokens, good.replaceFirst("\\.[^.]+\\.", "." + forged + "."));
        refused(tokens, good.substring(0, good.lastIndexOf('.') + 1));
    }

    @Test
    void tokenWithoutASignatureIsRefused() throws Exception {
        Tokens tokens = tokens(Issuer.of(IssuerKeys.Algorithm.RS256).pem());
        String claims = Issuer.part(Json.bytes(Issuer.claims(NOW)));

        for (String algorithm : new String[] {"none", "None", "NONE", ""}) {
            String header = Issuer.part(Json.bytes(Json.object().put("alg", algorithm)));
            refused(tokens, header + "." + claims + ".");
        }
    }

    @Test
    void publicKeyIsNotTakenForTheSecretOfAnHmac() throws Exception {
        Issuer issuer = Issuer.of(IssuerKeys.Algorithm.RS256);
        String head = Issuer.part(Json.bytes(Json.object().put("alg", "HS256"))) + "."
                + Issuer.part(Json.bytes(Issuer.claims(NOW)));
        for (byte[] secret : new byte[][] {
            issuer.pem().getBytes(StandardCharsets.US_ASCII),
            issuer.keys.getPublic().getEncoded()
        }) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));

            refused(
                    tokens(issuer.pem()),
                    head + "." + Issuer.part(mac.doFinal(head.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void keyThatTheTokenBringsAlongIsNotUsed() throws Exception {
        Issuer stranger = Issuer.of(IssuerKeys.Algorithm.ES256);
        ObjectNode header = Json.object().put("alg", "ES256");
        header.set("jwk", Json.mapper().readTree(stranger.jwks()).at("/keys/0"));

        refused(tokens(Issuer.of(IssuerKeys.Algorithm.ES256).jwks()), stranger.token(header, Issuer.claims(NOW)));
    }

    @Test
    void whatTheClaimsSayMustHold() throws Exception {
        Issuer issuer = Issuer.of(IssuerKeys.Algorithm.EDDSA);
        Tokens tokens = tokens(issuer.jwks());

        refused(tokens, issuer.token(Issuer.claims(NOW).put("iss", "https://elsewhere.example.com")));
        refused(tokens, issuer.token(Issuer.claims(NOW).put("aud", "another")));
        refused(tokens, issuer.token(Issuer.claims(NOW).put("exp", NOW - 61)));
        refused(tokens, issuer.token(Issuer.claims(NOW).put("exp", "later")));
        refused(tokens, issuer.token(Issuer.claims(NOW).put("nbf", NOW + 61)));
        refused(tokens, issuer.token(Issuer.claims(NOW).put("tenant", "")));
        for (String missing : new String[] {"iss", "aud", "exp", "tenant"}) {
            ObjectNode claims = Issuer.claims(NOW);
            claims.remove(missing);
            refused(tokens, issuer.token(claims));
        }
        refused(tokens, issuer.token(Json.object().put("alg", "EdDSA").put("crit", "b64"), Issuer.claims(NOW)));
    }

    @Test
    void clocksMayDifferByAMinuteAndThereMayBeSeveralAudiences() throws Exception {
        Issuer issuer = Issuer.of(IssuerKeys.Algorithm.EDDSA);
        ObjectNode claims = Issuer.claims(NOW).put("exp", NOW - 59).put("nbf", NOW + 59);
        claims.putArray("aud").add("another").add(Issuer.AUDIENCE);

        assertThat(tokens(issuer.jwks()).check(issuer.token(claims)).tenant()).isEqualTo("acme");
    }

    private static Tokens tokens(String keys) {
        return new Tokens(
                new JwtSettings(IssuerKeys.parse(keys), Issuer.NAME, Issuer.AUDIENCE),
                () -> Instant.ofEpochSecond(NOW));
    }

    private static void refused(Tokens tokens, String token) {
        assertThatThrownBy(() -> tokens.check(token)).as(token).isInstanceOf(Tokens.RefusedException.class);
    }
}
