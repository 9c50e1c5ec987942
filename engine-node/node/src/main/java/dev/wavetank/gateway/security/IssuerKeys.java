package dev.wavetank.gateway.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.web.Json;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The public keys of an issuer, each bound to the one algorithm it is for: a token cannot choose another, so an
/// RSA key is never taken for the secret of an HMAC.
public final class IssuerKeys {
    static final IssuerKeys NONE = new IssuerKeys(List.of());
    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    /// The algorithms of RFC 7518 and RFC 8037 that are taken.
    enum Algorithm {
        RS256("RS256", "SHA256withRSA"),
        ES256("ES256", "SHA256withECDSAinP1363Format"),
        EDDSA("EdDSA", "Ed25519");

        final String header;
        final String signature;

        Algorithm(String header, String signature) {
            this.header = header;
            this.signature = signature;
        }
    }

    /// @param id as a token's `kid` names it; empty if the key has none
    record Key(String id, Algorithm algorithm, PublicKey key) {}

    private final List<Key> keys;

    private IssuerKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /// The keys that a token's header may mean: those of its algorithm, only the named one if it names one.
    List<Key> candidates(String algorithm, Optional<String> id) {
        return keys.stream()
                .filter(key -> key.algorithm().header.equals(algorithm))
                .filter(key -> id.isEmpty() || key.id().isEmpty() || key.id().equals(id.get()))
                .toList();
    }

    /// @param text a JWKS document, or public keys as PEM
    /// @throws IllegalArgumentException if no key in it can be used
    public static IssuerKeys parse(String text) {
        try {
            List<Key> found = text.stripLeading().startsWith("{") ? jwks(text) : pem(text);
            if (found.isEmpty()) throw new IllegalArgumentException("no RSA, P-256 or Ed25519 key in it");
            return new IssuerKeys(found);
        } catch (GeneralSecurityException | JsonProcessingException malformed) {
            throw new IllegalArgumentException("a key in it is malformed", malformed);
        }
    }

    private static List<Key> pem(String text) throws GeneralSecurityException {
        List<Key> keys = new ArrayList<>();
        for (String part : text.split("-----BEGIN PUBLIC KEY-----")) {
            int end = part.indexOf("-----END PUBLIC KEY-----");
            if (end < 0) continue;
            byte[] encoded = Base64.getMimeDecoder().decode(part.substring(0, end));
            for (String family : List.of("RSA", "EC", "Ed25519")) {
                try {
                    PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
                    keys.add(new Key("", algorithm(key), key));
                    break;
                } catch (InvalidKeySpecException another) {
                    // not of this family
                }
            }
        }
        return keys;
    }

    private static List<Key> jwks(String text) throws GeneralSecurityException, JsonProcessingException {
        JsonNode document = Json.mapper().readTree(text);
        List<Key> keys = new ArrayList<>();
        for (JsonNode jwk : document.has("keys") ? document.get("keys") : List.of(document)) {
            if (jwk.path("use").asText("sig").equals("sig")) {
                Optional<PublicKey> key = publicKey(jwk);
                if (key.isPresent()) {
                    keys.add(new Key(jwk.path("kid").asText(""), algorithm(key.get()), key.get()));
                }
            }
        }
        return keys;
    }

    private static Optional<PublicKey> publicKey(JsonNode jwk) throws GeneralSecurityException {
        String curve = jwk.path("crv").asText();
        return switch (jwk.path("kty").asText()) {
            case "RSA" ->
                Optional.of(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"))));
            case "EC" -> curve.equals("P-256") ? Optional.of(p256(jwk)) : Optional.empty();
            case "OKP" -> curve.equals("Ed25519") ? Optional.of(ed25519(bytes(jwk, "x"))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static PublicKey p256(JsonNode jwk) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    /// RFC 8032, section 5.1.2: little-endian, the highest bit is the parity of x.
    private static PublicKey ed25519(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != 32) throw new GeneralSecurityException("An Ed25519 key has 32 bytes");
        byte[] big = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) big[i] = encoded[encoded.length - 1 - i];
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    }

    private static Algorithm algorithm(PublicKey key) throws GeneralSecurityException {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= LEAST_RSA_BITS -> Algorithm.RS256;
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() == P256_BITS -> Algorithm.ES256;
            case EdECPublicKey ed -> Algorithm.EDDSA;
            default -> throw new GeneralSecurityException("The key is too short or on another curve");
        };
    }

    private static BigInteger number(JsonNode jwk, String field) {
        return new BigInteger(1, bytes(jwk, field));
    }

    private static byte[] bytes(JsonNode jwk, String field) {
        return Base64.getUrlDecoder().decode(jwk.path(field).asText());
    }
}
