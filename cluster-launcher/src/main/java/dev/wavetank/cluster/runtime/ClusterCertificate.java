package dev.wavetank.cluster.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The certificate of a cluster's gateways and its key, made by the JDK's own keytool: Java's public interfaces make
/// none. It signs itself, so clients trust this very certificate and no authority.
final class ClusterCertificate {
    /// Browsers and other clients refuse certificates that are good for longer.
    private static final int DAYS = 825;

    private static final long DEADLINE_SECONDS = 60;
    private static final String ALIAS = "gateway";

    private ClusterCertificate() {}

    /// Writes the certificate and its key as PEM, readable by the owner alone.
    ///
    /// @param cluster  named in the certificate
    /// @param gateways how many there are: each is good by its name, all by this machine's own
    static void write(Path certificate, Path key, String cluster, int gateways, String password) throws IOException {
        Path store = key.resolveSibling("tls.p12");
        Path secret = key.resolveSibling("tls.password");
        try {
            OwnerOnly.write(secret, password);
            keytool(store, secret, cluster, gateways);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(store)) {
                made.load(in, password.toCharArray());
            }
            OwnerOnly.write(
                    key,
                    pem(
                            "PRIVATE KEY",
                            made.getKey(ALIAS, password.toCharArray()).getEncoded()));
            OwnerOnly.write(
                    certificate, pem("CERTIFICATE", made.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("keytool's file cannot be read", unreadable);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(secret);
        }
    }

    /// Through `java`, since a linked runtime has no keytool of its own. The password goes by a file: a command line
    /// can be read by everyone.
    private static void keytool(Path store, Path password, String cluster, int gateways) throws IOException {
        List<String> names = IntStream.rangeClosed(1, gateways)
                .mapToObj(number -> "dns:gateway-" + number)
                .toList();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-m",
                "java.base/sun.security.tools.keytool.Main",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                Integer.toString(DAYS),
                "-dname",
                "CN=" + cluster,
                "-ext",
                "SAN=ip:127.0.0.1,ip:0:0:0:0:0:0:0:1,dns:localhost," + String.join(",", names),
                "-ext",
                "EKU=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                password.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool made no certificate: " + said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The making of the certificate was interrupted", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
