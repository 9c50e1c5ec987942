package dev.wavetank.cluster.docker;

import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the objects of one cluster are called in the Docker engine.
///
/// Two networks: gateways and engines talk on the front, the database is reached on the data side alone.
record Names(ClusterRecord record, String home) {
    private String prefix() {
        return "wavetank-" + record.plan().id() + "-";
    }

    String container(String node) {
        return prefix() + node;
    }

    String frontNetwork() {
        return prefix() + "front";
    }

    String dataNetwork() {
        return prefix() + "data";
    }

    List<String> networks(Role role) {
        return role == Role.DATABASE ? List.of(dataNetwork()) : List.of(frontNetwork(), dataNetwork());
    }

    String dataVolume() {
        return prefix() + "database";
    }

    /// Each role has its own: an engine has no business with the administrator's key.
    String secretsVolume(Role role) {
        return prefix() + "secrets-" + role.word();
    }

    List<String> secrets(Role role) {
        return switch (role) {
            case DATABASE -> List.of("database");
            case ENGINE -> List.of("database", "cluster");
            case GATEWAY -> {
                List<String> known = List.of("database", "cluster", "admin");
                yield record.plan().spec().tls()
                        ? Stream.concat(known.stream(), Stream.of(ClusterFolder.CERTIFICATE, ClusterFolder.TLS_KEY))
                                .toList()
                        : known;
            }
        };
    }

    Map<String, String> labels() {
        return Labels.of(record, home);
    }

    Map<String, String> labels(String node) {
        return Labels.of(record, home, node);
    }
}
