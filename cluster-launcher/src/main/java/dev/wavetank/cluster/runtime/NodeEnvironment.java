package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.plan.ClusterPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment that a node reads its settings from. Secrets are only named here, as files.
///
/// @param databaseAddress `host:port` of the cluster's own H2 server as the nodes see it
/// @param secretsFolder   where the node sees the files `cluster`, `admin` and `database`
/// @param dataFolder      where the database role keeps its files
public record NodeEnvironment(
        ClusterPlan plan, String bind, String databaseAddress, String secretsFolder, String dataFolder) {
    /// @param nodeId    also for the schema step, whose id is `migrate`
    /// @param port      the HTTP port to bind
    /// @param advertise where peers reach the node
    public Map<String, String> of(String nodeId, String role, int port, String advertise) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WAVETANK_CLUSTER", plan.id());
        environment.put("WAVETANK_NODE", nodeId);
        environment.put("WAVETANK_BIND", bind);
        environment.put("WAVETANK_PORT", Integer.toString(port));
        environment.put("WAVETANK_ADVERTISE", advertise);
        environment.put(
                "WAVETANK_DB_URL",
                plan.spec().database().url().orElse("jdbc:h2:tcp://" + databaseAddress + "/wavetank"));
        environment.put("WAVETANK_DB_USER", plan.spec().database().user());
        environment.put("WAVETANK_DB_PASSWORD_FILE", secretsFolder + "/database");
        environment.put("WAVETANK_CLUSTER_SECRET_FILE", secretsFolder + "/cluster");
        if (role.equals(Role.GATEWAY.word())) {
            environment.put("WAVETANK_ADMIN_KEY_FILE", secretsFolder + "/admin");
            listener(environment);
        }
        if (role.equals(Role.DATABASE.word())) {
            environment.put("WAVETANK_DATA", dataFolder);
        }
        environment.put("WAVETANK_TAKEOVER", plan.spec().takeover() ? "on" : "off");
        environment.put("WAVETANK_LOG", "json");
        return environment;
    }

    /// A container listens on all of its addresses, but its port is published on this machine's loopback only.
    private void listener(Map<String, String> environment) {
        if (plan.spec().tls()) {
            environment.put("WAVETANK_TLS_CERTIFICATE_FILE", secretsFolder + "/" + ClusterFolder.CERTIFICATE);
            environment.put("WAVETANK_TLS_KEY_FILE", secretsFolder + "/" + ClusterFolder.TLS_KEY);
        } else if (!bind.equals("127.0.0.1")) {
            environment.put("WAVETANK_PLAIN_HTTP", "on");
        }
    }
}
