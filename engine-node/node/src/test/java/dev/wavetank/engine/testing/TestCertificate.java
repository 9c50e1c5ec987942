package dev.wavetank.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate of its own making, with its key, as keytool makes it and as PEM.
public final class TestCertificate {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final String ALIAS = "test";

    private final KeyStore store;
    public final Path certificate;
    public final Path key;

    /// @param names such as `ip:127.0.0.1,dns:localhost`
    public TestCertificate(Path folder, String names) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + names,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        } catch (IOException missing) {
            throw new IOException(said, missing);
        }
        certificate = pem(
                folder.resolve("test.crt"),
                "CERTIFICATE",
                store.getCertificate(ALIAS).getEncoded());
        key = pem(
                folder.resolve("test.key"),
                "PRIVATE KEY",
                store.getKey(ALIAS, PASSWORD).getEncoded());
    }

    private static Path pem(Path file, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    /// Shows the certificate, and believes no other.
    public SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        try {
            believed.load(null, null);
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        believed.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
