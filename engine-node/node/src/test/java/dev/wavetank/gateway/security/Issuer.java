package dev.wavetank.gateway.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// Makes keys and signs tokens as an organisation's issuer does.
final class Issuer {
    static final String NAME = "https://login.example.com";
    static final String AUDIENCE = "wavetank";

    final IssuerKeys.Algorithm algorithm;
    final KeyPair keys;

    private Issuer(IssuerKeys.Algorithm algorithm, KeyPair keys) {
        this.algorithm = algorithm;
        this.keys = keys;
    }

    static Issuer of(IssuerKeys.Algorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(
                switch (algorithm) {
                    case RS256 -> "RSA";
                    case ES256 -> "EC";
                    case EDDSA -> "Ed25519";
                });
        switch (algorithm) {
            case RS256 -> generator.initialize(2048);
            case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case EDDSA -> {}
        }
        return new Issuer(algorithm, generator.generateKeyPair());
    }

    static ObjectNode claims(long now) {
        return Json.object()
                .put("iss", NAME)
                .put("aud", AUDIENCE)
                .put("exp", now + 300)
                .put("nbf", now)
                .put("tenant", "acme")
                .put("sub", "kermit");
    }

    String token(ObjectNode claims) throws GeneralSecurityException {
        return token(Json.object().put("alg", algorithm.header).put("kid", "one"), claims);
    }

    String token(ObjectNode header, ObjectNode claims) throws GeneralSecurityException {
        String head = part(Json.bytes(header)) + "." + part(Json.bytes(claims));
        Signature signature = Signature.getInstance(algorithm.signature);
        signature.initSign(keys.getPrivate());
        signature.update(head.getBytes(StandardCharsets.US_ASCII));
        return head + "." + part(signature.sign());
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String jwks() {
        ObjectNode key = Json.object().put("kid", "one").put("use", "sig");
        switch (keys.getPublic()) {
            case RSAPublicKey rsa ->
                key.put("kty", "RSA")
                        .put("n", part(rsa.getModulus().toByteArray()))
                        .put("e", part(rsa.getPublicExponent().toByteArray()));
            case ECPublicKey ec ->
                key.put("kty", "EC")
                        .put("crv", "P-256")
                        .put("x", part(ec.getW().getAffineX().toByteArray()))
                        .put("y", part(ec.getW().getAffineY().toByteArray()));
            case PublicKey ed -> {
                byte[] encoded = ed.getEncoded();
                key.put("kty", "OKP")
                        .put("crv", "Ed25519")
                        .put("x", part(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
            }
        }
        ObjectNode document = Json.object();
        document.putArray("keys").add(key);
        return document.toString();
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
