package dev.wavetank.cluster.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// What a cluster's client believes of the other side.
public final class Trust {
    private Trust() {}

    /// A client with a short connect time-out.
    ///
    /// @param certificate the only one it believes; without one it believes those that this machine believes
    public static HttpClient client(Optional<Path> certificate) throws IOException {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
        if (certificate.isPresent()) client.sslContext(exactly(certificate.get()));
        return client.build();
    }

    private static SSLContext exactly(Path certificate) throws IOException {
        try (var in = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The certificate " + certificate + " cannot be used", unusable);
        }
    }
}
