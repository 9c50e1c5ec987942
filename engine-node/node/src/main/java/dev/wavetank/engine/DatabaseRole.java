package dev.wavetank.engine;

import dev.wavetank.engine.database.H2Server;
import dev.wavetank.engine.ops.Health;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.NodeServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the H2 database of a cluster. The TCP port is the one in `WAVETANK_DB_URL`, so that the same setting
/// tells server and clients; `WAVETANK_PORT` answers health over HTTP as on every node.
final class DatabaseRole {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRole.class);

    private DatabaseRole() {}

    static void start(NodeSettings settings) throws SQLException, IOException, StartRefusedException {
        H2Server database = H2Server.start(
                settings.bind(),
                tcpPort(settings.database().url()),
                settings.data(),
                settings.database().user(),
                settings.database().password().reveal());
        Api api = new Api();
        new Health("database", database::healthy).declare(api);
        NodeServer health = NodeServer.start(settings.bind(), settings.port(), settings.node(), api::routes);
        Shutdown.onTerm(() -> {
            health.close();
            database.close();
        });
        LOG.info("ready: H2 on port {}, health on port {}", database.port(), health.port());
    }

    private static int tcpPort(String url) throws StartRefusedException {
        if (url.startsWith("jdbc:h2:tcp://")) {
            int port = URI.create(url.substring("jdbc:h2:".length())).getPort();
            if (port > 0) return port;
        }
        throw new StartRefusedException(
                "WAVETANK_DB_URL=" + url + " must be jdbc:h2:tcp://<host>:<port>/wavetank for the database role.");
    }
}
