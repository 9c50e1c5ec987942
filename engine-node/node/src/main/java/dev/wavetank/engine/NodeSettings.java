package dev.wavetank.engine;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.security.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// Everything a node is told from outside, by environment variables only, secrets by files only, so that the same
/// program fits a process, a container, a Swarm service and a Kubernetes pod.
///
/// @param cluster       `WAVETANK_CLUSTER`
/// @param node          `WAVETANK_NODE`: stable and unique in the cluster; also the owner of the node's job locks
/// @param bind          `WAVETANK_BIND`, default 127.0.0.1
/// @param port          `WAVETANK_PORT`: HTTP; 0 takes any free port
/// @param advertise     `WAVETANK_ADVERTISE`: where peers reach the node, default `http://<bind>:<port>`
/// @param database      `WAVETANK_DB_URL`, `WAVETANK_DB_USER`, `WAVETANK_DB_PASSWORD_FILE`
/// @param clusterSecret `WAVETANK_CLUSTER_SECRET_FILE`; [Secret#none] for roles that answer no calls
/// @param adminKey      `WAVETANK_ADMIN_KEY_FILE`; [Secret#none] for roles other than the gateway
/// @param data          `WAVETANK_DATA`: the database role's folder
/// @param takeover      `WAVETANK_TAKEOVER`, `on` unless the demo sabotages it
public record NodeSettings(
        String cluster,
        String node,
        String bind,
        int port,
        URI advertise,
        DatabaseSettings database,
        Secret clusterSecret,
        Secret adminKey,
        Path data,
        boolean takeover) {

    /// Reads the settings a role needs.
    ///
    /// @throws StartRefusedException with one sentence for each setting that is missing or wrong
    public static NodeSettings read(Role role, Map<String, String> environment) throws StartRefusedException {
        SettingsReader reader = new SettingsReader(environment);
        boolean serves = role == Role.ENGINE || role == Role.GATEWAY;
        String bind = reader.text("WAVETANK_BIND", "127.0.0.1");
        int port = role == Role.MIGRATE ? 0 : reader.port("WAVETANK_PORT");
        NodeSettings settings = new NodeSettings(
                reader.name("WAVETANK_CLUSTER", "wavetank"),
                serves ? reader.name("WAVETANK_NODE") : reader.name("WAVETANK_NODE", role.argument()),
                bind,
                port,
                reader.address("WAVETANK_ADVERTISE", "http://" + bind + ":" + port),
                reader.database(),
                serves ? reader.secret("WAVETANK_CLUSTER_SECRET_FILE") : Secret.none(),
                role == Role.GATEWAY ? reader.secret("WAVETANK_ADMIN_KEY_FILE") : Secret.none(),
                role == Role.DATABASE ? reader.folder("WAVETANK_DATA") : Path.of("data"),
                reader.flag("WAVETANK_TAKEOVER", true));
        reader.refuseIfWrong();
        return settings;
    }

    /// The same settings once the port is known: a port of 0 is replaced, in the advertised address too.
    public NodeSettings boundTo(int actualPort) {
        URI address = port == 0 && advertise.getPort() == 0
                ? URI.create("http://" + advertise.getHost() + ":" + actualPort)
                : advertise;
        return new NodeSettings(
                cluster, node, bind, actualPort, address, database, clusterSecret, adminKey, data, takeover);
    }
}
