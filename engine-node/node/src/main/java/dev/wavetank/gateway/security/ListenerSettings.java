package dev.wavetank.gateway.security;

import dev.wavetank.engine.StartRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// How a gateway's door is made: `WAVETANK_TLS_CERTIFICATE_FILE` and `WAVETANK_TLS_KEY_FILE`, both PEM, the key as
/// PKCS #8. Without them it speaks plain HTTP, which is good enough where nobody listens: on the loopback address,
/// or where `WAVETANK_PLAIN_HTTP=on` says that something before it speaks TLS, or that its port is published on the
/// loopback address only.
///
/// @param tls          speaks for the gateway; plain HTTP if empty
/// @param plainAllowed elsewhere than on the loopback address
public record ListenerSettings(Optional<SSLContext> tls, boolean plainAllowed) {
    public static final ListenerSettings PLAIN = new ListenerSettings(Optional.empty(), false);

    private static final String CERTIFICATE = "WAVETANK_TLS_CERTIFICATE_FILE";
    private static final String KEY = "WAVETANK_TLS_KEY_FILE";

    /// @throws StartRefusedException with a sentence for a file that cannot be used or is missing
    public static ListenerSettings read(Map<String, String> environment) throws StartRefusedException {
        String certificate = environment.getOrDefault(CERTIFICATE, "").strip();
        String key = environment.getOrDefault(KEY, "").strip();
        boolean plain = environment.getOrDefault("WAVETANK_PLAIN_HTTP", "off").equals("on");
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new StartRefusedException("Set both " + CERTIFICATE + " and " + KEY + ", or none of them.");
        }
        if (certificate.isEmpty()) return new ListenerSettings(Optional.empty(), plain);
        try {
            return new ListenerSettings(Optional.of(context(Path.of(certificate), Path.of(key))), plain);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new StartRefusedException(
                    CERTIFICATE + ", " + KEY + ": " + certificate + " and " + key
                            + " are not a certificate and its key as PEM ("
                            + unusable.getClass().getSimpleName() + ").",
                    unusable);
        }
    }

    /// @throws StartRefusedException if keys and data could be read on their way to that address
    public void requireSafe(String bind) throws StartRefusedException {
        if (tls.isPresent() || plainAllowed || isLoopback(bind)) return;
        throw new StartRefusedException("The gateway would speak plain HTTP on " + bind
                + ", where API keys can be read on their way: give it a certificate (" + CERTIFICATE + ", " + KEY
                + "), or say WAVETANK_PLAIN_HTTP=on if something before it speaks TLS.");
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static SSLContext context(Path certificate, Path key) throws IOException, GeneralSecurityException {
        Certificate[] chain;
        try (var bytes = new ByteArrayInputStream(Files.readAllBytes(certificate))) {
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(bytes)
                    .toArray(Certificate[]::new);
        }
        if (chain.length == 0) throw new GeneralSecurityException("no certificate");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] inMemory = new char[0];
        store.setKeyEntry(
                "gateway", key(Files.readString(key), chain[0].getPublicKey().getAlgorithm()), inMemory, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, inMemory);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static PrivateKey key(String pem, String algorithm) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        byte[] encoded = Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
