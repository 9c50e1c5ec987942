package dev.wavetank.cluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A running cluster's secrets, and whether anything tells them.
///
/// @param secrets by what they are
record Told(Cluster cluster, Map<String, String> secrets) {
    /// @param tenantKey of a tenant that was made through a gateway
    static Told of(Cluster cluster, String tenantKey) throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        Path folder = cluster.adminKeyFile().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.endsWith("tls.crt")).toList()) {
                // A key's first and last line are the same in all of them.
                String text = Files.readString(file).strip();
                List<String> lines = text.lines().toList();
                secrets.put(file.getFileName().toString(), lines.size() > 2 ? lines.get(1) : text);
            }
        }
        secrets.put("a tenant's key", tenantKey);
        return new Told(cluster, secrets);
    }

    /// @param more texts that tell of the cluster beside its logs
    void secretsNowhere(List<String> more) throws Exception {
        assertThat(secrets)
                .containsKeys("admin", "cluster", "database", "tls.key", "a tenant's key")
                .allSatisfy((name, secret) -> assertThat(secret).as(name).hasSizeGreaterThan(20));
        Path folder = cluster.adminKeyFile().getParent();
        try (Stream<Path> files = Files.walk(folder.getParent())) {
            for (Path file : files.filter(file -> file.startsWith(folder)).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .endsWith("------");
            }
        }
        List<String> texts = new ArrayList<>(more);
        for (NodeState node : cluster.nodes()) {
            List<String> log = new ArrayList<>();
            cluster.logs(node.id(), false, log::add).close();
            assertThat(log).as(node.id()).isNotEmpty();
            texts.add(String.join("\n", log));
        }
        assertThat(texts)
                .hasSizeGreaterThan(3)
                .allSatisfy(text -> secrets.forEach((name, secret) -> assertThat(text.contains(secret))
                        .as(() -> name + " in: "
                                + text.lines()
                                        .filter(line -> line.contains(secret))
                                        .findFirst()
                                        .orElse(""))
                        .isFalse()));
    }
}
